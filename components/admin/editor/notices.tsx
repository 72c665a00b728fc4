import { dateAndTime } from '@/lib/dates'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

type Props = { words: EditorWords; locale: string; zone: string; editing: ReturnType<typeof useSaving>; readOnly: boolean }

/** What the author has to know before writing on: whose version this is, and which other there is. */
export function Notices({ words, locale, zone, editing, readOnly }: Props) {
  const { restored, found } = editing
  const when = (iso: string) => dateAndTime(new Date(iso), locale, zone)
  return (
    <>
      {readOnly && <p className="note">{words.readOnly}</p>}
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
}
