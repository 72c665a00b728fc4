'use client'

import type { PostRule } from '@/lib/comments/post-rule'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { BodyField } from './body-field'
import { ClosingFields } from './closing-fields'
import { EditorBar } from './editor-bar'
import type { CoverPicture, Draft, Intent, Stored } from './draft'
import { Notices } from './notices'
import { offers, type May } from './offers'
import { Panel } from './panel'
import { TitleField } from './title-field'
import { usePreview } from './use-preview'
import type { Snapshot } from './saver'
import { useSaving } from './use-saving'
import { VerseFields } from './verse-fields'
import { wallClock } from './day'
import { editorWords } from './words'

export type EditorProps = {
  draft: Draft
  stored: Stored
  /** Whoever may do what with this post. */
  may: May & { assign: boolean }
  viewer: { id: number; locale: string }
  lang: string
  zone: { id: string; name: string }
  /** Days since 1970-01-01 on which something else comes out. */
  takenDays: number[]
  labels: string[]
  authors: { id: number; name: string }[]
  /** How much was said about the post in its review. */
  notes: number
  cover: CoverPicture | null
  /** Whose comments wait here; null for what takes none. */
  commentRule: PostRule | null
}

/** A page of the book with its tools around it. */
export function PostEditor(props: EditorProps) {
  const { may, viewer, lang, zone } = props
  const words = editorWords(viewer.locale)
  const router = useRouter()
  const editing = useSaving({ draft: props.draft, stored: props.stored, userId: viewer.id, mayEdit: may.edit })
  const { draft, stored, change } = editing
  const [cover, setCover] = useState(props.cover)
  const folder = stored.kind === 'page' ? 'halaman' : 'tulisan'
  const editable = may.edit && stored.status !== 'trashed'
  const isLater = draft.when === 'pick' && `${draft.date}T${draft.time}` > wallClock(new Date(), zone.id)

  const press = async (intent: Intent) => {
    const answer = await editing.submit(intent)
    if (answer && !answer.ok) focusWrongField()
    if (answer?.ok && intent === 'trash') router.push(`/admin/${folder}?dibuang=${stored.id}` as Route)
    return answer
  }
  const keep = () => press('keep')
  const preview = usePreview(stored, editable && (editing.dirty || stored.id === null) ? keep : null)
  useOwnAddress(folder, props.stored.id, stored.id)
  useSaveKeys(() => editable && void keep())

  return (
    <>
      <EditorBar words={words} locale={viewer.locale} zone={zone.id} editing={editing} folder={folder}
        onPreview={preview} />
      <main className="desk" id="isi" data-status={stored.status}>
        <h1 className="hidden">{headingOf(stored, words)}</h1>
        <div className="leafpage">
          <Notices words={words} locale={viewer.locale} zone={zone.id} editing={editing} readOnly={!may.edit} />
          <TitleField value={draft.title} label={words.title} lang={lang} editable={editable} onChange={(title) => change({ title })} />
          {stored.kind === 'post' && <VerseFields draft={draft} words={words} lang={lang} editable={editable} onChange={change} />}
          <BodyField key={editing.bodyRound} html={draft.body} lang={lang} words={words} editable={editable}
            fields={stored.kind === 'post' ? draft : null} onChange={(body) => change({ body })} onFields={change} />
          {stored.kind === 'post' && <ClosingFields draft={draft} words={words} lang={lang} editable={editable} onChange={change} />}
        </div>
        <Panel {...props} words={words} draft={draft} stored={stored} cover={coverOf(draft.coverId, cover)} editable={editable} busy={editing.saving.state === 'saving' && editing.saving.intent !== 'keep'}
          fields={fieldsOf(editing)}
          offers={offers(stored, may, isLater)} onPress={press} onPreview={preview} onChange={change}
          onCover={(picture, alt) => {
            setCover(picture)
            change({ coverId: picture?.id ?? null, coverAlt: alt })
          }} />
      </main>
    </>
  )
}

function headingOf({ id, kind }: Stored, words: ReturnType<typeof editorWords>): string {
  if (kind === 'page') return id === null ? words.heading.newPage : words.heading.page
  return id === null ? words.heading.newPost : words.heading.post
}

/** Sentences by field; one label of several that is wrong belongs to the labels. */
function fieldsOf({ saving, fields }: Snapshot): Record<string, string> {
  const refused = saving.state === 'failed' ? saving.answer.fields : undefined
  return Object.fromEntries(Object.entries({ ...fields, ...refused }).map(([name, said]) => [name.split('.')[0]!, said]))
}

/** The picture that the draft names, also when the draft came from elsewhere. */
function coverOf(id: number | null, known: CoverPicture | null): CoverPicture | null {
  if (id === null || known?.id === id) return id === null ? null : known
  return { id, src: `/media/${id}/small.webp`, width: 480, height: 320 }
}

/** Once it has a number, the page of a new post has the post's address. */
function useOwnAddress(folder: string, first: number | null, id: number | null): void {
  useEffect(() => {
    if (first === null && id !== null) window.history.replaceState(null, '', `/admin/${folder}/${id}`)
  }, [folder, first, id])
}

/** Ctrl+S or ⌘S saves at once. */
function useSaveKeys(save: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

/** To what was refused, unless somebody is writing: keys must not go astray. */
function focusWrongField(): void {
  const isWriting = document.activeElement?.matches('input, textarea, [contenteditable=true]')
  if (!isWriting) setTimeout(() => document.querySelector<HTMLElement>('.panel [aria-invalid=true]')?.focus(), 50)
}
