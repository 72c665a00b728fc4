import { dateAndTime } from '@/lib/dates'
import { wordParts } from '@/lib/revisions/difference'
import { readableText } from '@/lib/revisions/readable-text'
import type { Written } from './draft'
import type { Conflict } from './saver'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

type Props = { words: EditorWords; locale: string; zone: string; editing: ReturnType<typeof useSaving>; conflict: Conflict }

/** Two people wrote the same part: both texts side by side, and a choice that loses neither. */
export default function BothVersions({ words, locale, zone, editing, conflict: { other, fields } }: Props) {
  const when = dateAndTime(new Date(other.at), locale, zone)
  return (
    <section className="versions" id="dua-versi" role="alert" aria-label={words.conflict}>
      <p>{other.name ? words.conflictBy(other.name, when) : words.conflictUnknown(when)}</p>
      {fields.map((field) => (
        <div className="both" key={field}>
          <Version title={`${fieldWord(field, words)}: ${words.yours}`} text={shown(editing.draft, field)} than={shown(other.draft, field)} empty={words.emptyField} />
          <Version title={`${fieldWord(field, words)}: ${words.theirs}`} text={shown(other.draft, field)} than={shown(editing.draft, field)} empty={words.emptyField} />
        </div>
      ))}
      <div className="row">
        <button type="button" className="button" onClick={() => void editing.keepMine()}>{words.keepMine}</button>
        <button type="button" className="plain" onClick={() => void editing.takeTheirs()}>{words.takeTheirs}</button>
      </div>
    </section>
  )
}

/** One of the two, with what only it has marked. */
function Version({ title, text, than, empty }: { title: string; text: string; than: string; empty: string }) {
  const parts = wordParts(than, text).filter(({ is }) => is !== 'removed')
  return (
    <div>
      <h2>{title}</h2>
      <div className="said">{text ? parts.map(({ text, is }, i) => (is === 'added' ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>)) : <i>{empty}</i>}</div>
    </div>
  )
}

function shown(draft: Written, field: keyof Written): string {
  const value = draft[field]
  if (field === 'body') return readableText(draft.body)
  return value === null ? '' : typeof value === 'boolean' ? (value ? '✓' : '–') : String(value)
}

function fieldWord(field: keyof Written, words: EditorWords): string {
  const names: Partial<Record<keyof Written, string>> = {
    title: words.title, natsRef: words.nats, natsText: words.natsText, bacaan: words.bacaan, body: words.body, labels: words.labels,
    description: words.description, slug: words.address, coverId: words.cover, coverAlt: words.coverAlt, commentsOpen: words.commentsOpen, authorId: words.author,
    ...words.closingFields,
  }
  return names[field] ?? field
}
