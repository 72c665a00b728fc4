import { dateAndTime } from '@/lib/dates'
import type { Stored } from './draft'
import type { Saving } from './use-saving'
import type { EditorWords } from './words'

type Props = { words: EditorWords; locale: string; zone: string; saving: Saving; stored: Stored; onKeepMine: (revision: number) => void }

/** Why nothing was stored and what to do, under the bar, where it is seen wherever one writes; the focus stays in the text. */
export function Failure({ words, locale, zone, saving, stored, onKeepMine }: Props) {
  if (saving.state !== 'failed') return null
  const { reason, message, other } = saving.answer
  return (
    <div className="failure" role="alert">
      <p>{says()}</p>
      {reason === 'signed_out' && <a className="plain bare" href="/masuk" target="_blank" rel="noopener">{words.signIn}</a>}
      {other && (
        <>
          <a className="plain bare" href={`/pratinjau/${stored.id}`} target="_blank" rel="noopener">{words.seeOther}</a>
          <button type="button" className="plain bare" onClick={() => onKeepMine(other.revision)}>{words.keepMine}</button>
        </>
      )}
    </div>
  )

  function says(): string {
    if (reason === 'unreachable') return words.offline
    if (reason === 'signed_out') return words.signedOut
    if (!other) return `${words.wrong}. ${message ?? ''}`
    const when = dateAndTime(new Date(other.at), locale, zone)
    return other.name ? words.conflictBy(other.name, when) : words.conflictUnknown(when)
  }
}
