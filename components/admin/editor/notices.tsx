import dynamic from 'next/dynamic'
import { dateAndTime } from '@/lib/dates'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

// Few ever see it, and comparing texts has weight.
const BothVersions = dynamic(() => import('./both-versions'), { ssr: false })

type Props = { words: EditorWords; locale: string; zone: string; editing: ReturnType<typeof useSaving>; readOnly: boolean }

/** What the author has to know before writing on: whose version this is, and which other there is. */
export function Notices({ words, locale, zone, editing, readOnly }: Props) {
  const { restored, isElsewhere, conflict, stored } = editing
  return (
    <>
      {readOnly && <p className="note">{words.readOnly}</p>}
      {conflict && <BothVersions words={words} locale={locale} zone={zone} editing={editing} conflict={conflict} />}
      {isElsewhere && !conflict && <p className="note" role="status">{words.elsewhere}</p>}
      {stored.status === 'published' && stored.isAhead && <p className="note">{words.isAhead}</p>}
      {restored && (
        <div className="note" role="status">
          <p>{words.restored(dateAndTime(new Date(restored), locale, zone))}</p>
          <button type="button" className="plain bare" onClick={editing.undoRestored}>{words.useStored}</button>
        </div>
      )}
    </>
  )
}
