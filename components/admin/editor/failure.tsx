import type { Intent } from './draft'
import type { Saver } from './saver'
import type { EditorWords } from './words'

type Props = { words: EditorWords; editing: Saver['now'] }

/** Why something was not done and what to do, under the bar, where it is seen wherever one writes; the focus stays in the text. */
export function Failure({ words, editing: { saving, unheard, isKept, conflict } }: Props) {
  const answer = saving.state === 'waiting' || saving.state === 'failed' ? saving.answer : null
  const isSignedOut = answer?.reason === 'signed_out'
  if (conflict) return <div className="failure"><p>{words.conflict}.</p><a className="plain bare" href="#dua-versi">{words.seeBoth}</a></div>
  const says = sentence()
  if (!says) return null
  return (
    <div className="failure" role="alert">
      <p>{says}</p>
      {isSignedOut && <a className="plain bare" href="/masuk" target="_blank" rel="noopener">{words.signIn}</a>}
    </div>
  )

  function sentence(): string | null {
    if (isSignedOut) return words.signedOut
    if (unheard) return words.unheard(wordOf(unheard, words))
    if (saving.state === 'waiting') return isKept ? null : words.keepOpen
    // Both versions are shown beneath.
    if (saving.state !== 'failed' || answer?.reason === 'conflict') return null
    return `${words.wrong}. ${answer?.message ?? ''}`
  }
}

function wordOf(intent: Intent, words: EditorWords): string {
  const labels = {
    keep: words.saveNow, save: words.update, publish: words.publish, schedule: words.schedule, review: words.handIn, draft: words.backToDraft,
    withdraw: words.withdraw, trash: words.trash, restore: words.restore,
  }
  return labels[intent]
}
