import type { Route } from 'next'
import Link from 'next/link'
import type { Draft, Intent, Stored } from './draft'
import type { Offer } from './offers'
import type { EditorProps } from './post-editor'
import { CommentRule } from './comment-rule'
import { AddressField } from './address-field'
import { CoverField } from './cover-field'
import { DescriptionField } from './description-field'
import { LabelField } from './label-field'
import { StateWords } from './state-words'
import { WhenFields } from './when-fields'
import type { CoverPicture } from './draft'
import type { EditorWords } from './words'

export type PanelProps = Omit<EditorProps, 'cover'> & {
  words: EditorWords
  draft: Draft
  stored: Stored
  cover: CoverPicture | null
  editable: boolean
  busy: boolean
  /** A sentence for each field that was refused. */
  fields: Record<string, string>
  offers: Offer[]
  onPress: (intent: Intent) => void
  onPreview: () => void
  onChange: (patch: Partial<Draft>) => void
  onCover: (picture: CoverPicture | null, alt: string) => void
}

/** Everything about a post that is not its text. */
export function Panel(props: PanelProps) {
  const { words, stored, offers, busy, may, editable, draft, onChange, onPress } = props
  const [main, ...others] = offers.filter(({ intent }) => intent !== 'trash')
  const trash = offers.find(({ intent }) => intent === 'trash')
  const choosesWhen = editable && may.publish && stored.path === null
  return (
    <aside className="panel" aria-labelledby="penerbitan">
      <h2 className="hidden" id="penerbitan" tabIndex={-1}>{words.publication}</h2>
      <StateWords {...props} />
      {choosesWhen && <WhenFields {...props} />}
      <div className="row">
        {main && <button type="button" className="button" aria-disabled={busy} onClick={() => onPress(main.intent)}>{words[main.label] as string}</button>}
        {others.map(({ intent, label }) => (
          <button type="button" className="plain bare" key={label} aria-disabled={busy} onClick={() => onPress(intent)}>{words[label] as string}</button>
        ))}
        <button type="button" className="plain bare narrow" onClick={props.onPreview}>{words.preview}</button>
      </div>
      <LabelField {...props} />
      <AddressField {...props} />
      <CoverField {...props} />
      <DescriptionField {...props} />
      {stored.kind === 'post' && (
        <label className="choice">
          <input type="checkbox" checked={draft.commentsOpen} disabled={!editable} onChange={(event) => onChange({ commentsOpen: event.target.checked })} />
          {words.commentsOpen}
        </label>
      )}
      {editable && stored.id !== null && props.commentRule && <CommentRule id={stored.id} rule={props.commentRule} locale={props.viewer.locale} />}
      {may.assign && <AuthorField {...props} />}
      <ReviewLink {...props} />
      {trash && <p><button type="button" className="plain bare away" aria-disabled={busy} onClick={() => onPress('trash')}>{words.trash}</button></p>}
    </aside>
  )
}

/** What others said of the post, and who else wrote it, have a room of their own. */
function ReviewLink({ words, stored, notes }: PanelProps) {
  if (stored.id === null || stored.kind === 'page') return null
  return <p><Link href={`/admin/tinjauan/${stored.id}` as Route} prefetch={false}>{notes > 0 ? words.notesAndAuthors(String(notes)) : words.authorsToo}</Link></p>
}

function AuthorField({ words, draft, authors, editable, onChange }: PanelProps) {
  return (
    <div>
      <label htmlFor="penulis">{words.author}</label>
      <select id="penulis" value={draft.authorId} disabled={!editable} onChange={(event) => onChange({ authorId: Number(event.target.value) })}>
        {authors.map(({ id, name }) => <option value={id} key={id}>{name}</option>)}
      </select>
    </div>
  )
}
