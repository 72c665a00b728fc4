import type { Field, Offer } from '@/lib/paste/fields'
import type { Found } from './use-paste'
import type { EditorWords } from './words'

type Props = {
  words: EditorWords
  found: Found
  /** What stands in the fields now; null where there are none. */
  fields: Record<Field, string> | null
  onMove: (offers: Offer[]) => void
  onDismiss: () => void
}

/** What was pasted and could have a field of its own: it stays in the text until the author says. */
export function PasteOffers({ words, found, fields, onMove, onDismiss }: Props) {
  const offers = fields ? found.offers : []
  if (offers.length === 0 && found.pictures.length === 0) return null
  return (
    <div className="note offers" role="region" aria-label={words.pasteFound}>
      <div role="status">
        {offers.length > 0 && <p>{words.pasteFound}</p>}
        {found.pictures.length > 0 && <p>{words.pasteDropped}</p>}
      </div>
      <p className="row">
        {offers.length > 1 && !offers.some((offer) => isTaken(offer, fields!)) && <button type="button" className="plain" onClick={() => onMove(offers)}>{words.pasteMoveAll}</button>}
        <button type="button" className="plain bare" onClick={onDismiss}>{offers.length ? words.pasteLeave : words.understood}</button>
      </p>
      {offers.length > 0 && (
        <ul>
          {offers.map((offer) => (
            <li key={offer.label}>
              <span><b>{words.pasteLabels[offer.label]}</b> {excerpt(offer)}</span>
              <button type="button" className="plain bare" onClick={() => onMove([offer])}>
                {isTaken(offer, fields!) ? words.pasteReplace(words.pasteLabels[offer.label]) : words.pasteMove(words.pasteLabels[offer.label])}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function isTaken({ values }: Offer, fields: Record<Field, string>): boolean {
  return (Object.keys(values) as Field[]).some((field) => fields[field].trim() !== '')
}

function excerpt({ values }: Offer): string {
  const text = Object.values(values).join(' · ').replace(/\s+/g, ' ')
  return text.length > 90 ? `${text.slice(0, 90).toWellFormed()}…` : text
}
