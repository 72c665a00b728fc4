import { dateAndTime } from '@/lib/dates'
import type { OtherSave } from './draft'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

type Props = {
  words: EditorWords
  locale: string
  zone: string
  editing: ReturnType<typeof useSaving>
  readOnly: boolean
  onKeepMine: (revision: number) => void
}

/** What the author has to know before writing on: nothing typed is ever taken away without a word. */
export function Notices({ words, locale, zone, editing, readOnly, onKeepMine }: Props) {
  const { saving, restored, found, stored } = editing
  const when = (iso: string) => dateAndTime(new Date(iso), locale, zone)
  return (
    <>
      {readOnly && <p className="note">{words.readOnly}</p>}
      {saving.state === 'failed' && <Failure />}
      {restored && (
        <div className="note" role="status">
          <p>{words.restored(when(restored.at))}</p>
          <button type="button" className="plain bare" onClick={editing.useStored}>{words.useStored}</button>
        </div>
      )}
      {found && (
        <div className="note" role="status">
          <p>{words.foundCopy(when(found.at))}</p>
          <button type="button" className="plain bare" onClick={editing.openFound}>{words.openCopy}</button>
          <button type="button" className="plain bare" onClick={editing.dropFound}>{words.dropCopy}</button>
        </div>
      )}
    </>
  )

  function Failure() {
    if (saving.state !== 'failed') return null
    const { reason, message, other } = saving.answer
    if (reason === 'conflict' && other) return <Conflict other={other} />
    return (
      <div className="note galat" role="alert">
        <p>{reason === 'unreachable' ? words.offline : reason === 'signed_out' ? words.signedOut : `${words.wrong}. ${message}`}</p>
        {reason === 'signed_out' && <a className="plain bare" href="/masuk" target="_blank" rel="noopener">{words.signIn}</a>}
      </div>
    )
  }

  function Conflict({ other }: { other: OtherSave }) {
    return (
      <div className="note galat" role="alert">
        <p>{other.name ? words.conflictBy(other.name, when(other.at)) : words.conflictUnknown(when(other.at))}</p>
        <a className="plain bare" href={`/pratinjau/${stored.id}`} target="_blank" rel="noopener">{words.seeOther}</a>
        <button type="button" className="plain bare" onClick={() => onKeepMine(other.revision)}>{words.keepMine}</button>
      </div>
    )
  }
}
