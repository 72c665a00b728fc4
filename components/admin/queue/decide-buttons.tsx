import type { QueueWords } from './words'

export type Target = 'visible' | 'held' | 'spam' | 'deleted'
type Props = { choices: Target[]; words: QueueWords; /** What they are about, for those who do not see it. */ about: string; onPress: (to: Target) => void }

/** A row under the thumb; the first is the most likely. */
export function DecideButtons({ choices, words, about, onPress }: Props) {
  const labels = { visible: words.approve, spam: words.spam, deleted: words.remove, held: words.hold }
  return (
    <div className="decide">
      {choices.map((to, i) => (
        <button type="button" key={to} className={i === 0 ? 'plain' : 'plain bare'} onClick={() => onPress(to)}>
          {labels[to]}<span className="hidden"> {about}</span>
        </button>
      ))}
    </div>
  )
}
