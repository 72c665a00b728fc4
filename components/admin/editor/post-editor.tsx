'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { BodyField } from './body-field'
import { ClosingFields } from './closing-fields'
import { EditorBar } from './editor-bar'
import type { Answer, CoverPicture, Draft, Intent, Stored } from './draft'
import { Notices } from './notices'
import { offers, saveIntent, type May } from './offers'
import { Panel } from './panel'
import { TitleField } from './title-field'
import { usePreview } from './use-preview'
import { useSaving, type Saving } from './use-saving'
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
  cover: CoverPicture | null
  save: (form: FormData) => Promise<Answer>
}

/** A page of the book with its tools around it. */
export function PostEditor(props: EditorProps) {
  const { may, viewer, lang, zone } = props
  const words = editorWords(viewer.locale)
  const router = useRouter()
  const editing = useSaving({ draft: props.draft, stored: props.stored, userId: viewer.id, send: props.save })
  const { draft, stored, change } = editing
  const [cover, setCover] = useState(props.cover)
  const folder = stored.kind === 'page' ? 'halaman' : 'tulisan'
  const editable = may.edit && stored.status !== 'trashed'
  const isLater = draft.when === 'pick' && `${draft.date}T${draft.time}` > wallClock(new Date(), zone.id)

  const press = async (intent: Intent, over?: number) => {
    const answer = await editing.submit(intent, over)
    if (answer?.stored && stored.id === null) window.history.replaceState(null, '', `/admin/${folder}/${answer.stored.id}`)
    if (answer && !answer.ok) focusWrongField()
    if (answer?.ok && intent === 'trash') router.push(`/admin/${folder}?dibuang=${stored.id}` as Route)
    return answer
  }
  const save = () => press(saveIntent(stored.status, isLater))
  const preview = usePreview(stored, editable && (editing.dirty || stored.id === null) ? save : null)
  useSaveKeys(() => editable && void save())

  return (
    <>
      <EditorBar words={words} locale={viewer.locale} zone={zone.id} editing={editing} folder={folder}
        onSave={editable ? save : undefined} onPreview={preview} onKeepMine={(revision) => press(lastIntent(editing.saving), revision)} />
      <main className="desk" id="isi" data-status={stored.status}>
        <h1 className="hidden">{headingOf(stored, words)}</h1>
        <div className="leafpage">
          <Notices words={words} locale={viewer.locale} zone={zone.id} editing={editing} readOnly={!may.edit} />
          <TitleField value={draft.title} label={words.title} lang={lang} editable={editable} onChange={(title) => change({ title })} />
          {stored.kind === 'post' && <VerseFields draft={draft} words={words} lang={lang} editable={editable} onChange={change} />}
          <BodyField key={editing.bodyRound} html={draft.body} lang={lang} words={words} editable={editable} onChange={(body) => change({ body })} />
          {stored.kind === 'post' && <ClosingFields draft={draft} words={words} lang={lang} editable={editable} onChange={change} />}
        </div>
        <Panel {...props} words={words} draft={draft} stored={stored} cover={cover} editable={editable} busy={editing.saving.state === 'saving'}
          fields={fieldsOf(editing.saving)}
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
function fieldsOf(saving: Saving): Record<string, string> {
  if (saving.state !== 'failed') return {}
  return Object.fromEntries(Object.entries(saving.answer.fields ?? {}).map(([name, said]) => [name.split('.')[0]!, said]))
}

/** After a conflict the same thing is tried again, over the other version. */
function lastIntent(saving: Saving): Intent {
  return saving.state === 'failed' ? saving.intent : 'save'
}

/** Ctrl+S or ⌘S saves. */
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
