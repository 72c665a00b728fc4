import type { Messages } from '@/lib/i18n/messages'

/** A link that was used, is over, or was cut off. */
export function DeadLink({ words }: { words: Messages['people'] }) {
  return (
    <>
      <h1>{words.link.deadTitle}</h1>
      <p className="lead">{words.link.dead}</p>
      <p className="small after"><a href="/masuk">{words.signIn.title}</a></p>
    </>
  )
}
