import { useState } from 'react'
import Link from 'next/link'
import type { Route } from 'next'
import type { Answer } from './draft'
import { SaveState } from './save-state'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

type Props = {
  words: EditorWords
  locale: string
  zone: string
  editing: ReturnType<typeof useSaving>
  folder: 'tulisan' | 'halaman'
  onSave?: () => Promise<Answer | null>
}

/** The way back, whether everything is kept, and the preview. */
export function EditorBar({ words, locale, zone, editing, folder, onSave }: Props) {
  const { stored, dirty, saving } = editing
  const [opening, setOpening] = useState(false)
  const canSave = onSave && (dirty || stored.id === null)

  const preview = async () => {
    if (opening) return
    // Opened at once, since browsers stop windows that open after a wait.
    const view = window.open('about:blank', '_blank')
    if (!view) return
    setOpening(true)
    // What is public would change for readers by saving: then the preview shows what is stored.
    const answer = canSave && stored.status !== 'published' ? await onSave() : null
    setOpening(false)
    const id = answer?.stored?.id ?? stored.id
    if (id === null || (answer && !answer.ok)) view.close()
    else view.location.replace(`/pratinjau/${id}`)
  }

  return (
    <header className="bar">
      <div><Link className="plain bare" href={`/admin/${folder}` as Route}>‹ {words.back[folder === 'halaman' ? 'page' : 'post']}</Link></div>
      <div>
        <SaveState words={words} locale={locale} zone={zone} saving={saving} dirty={dirty} isNew={stored.id === null} />
        {canSave && saving.state !== 'saving' && <button type="button" className="plain bare" onClick={onSave}>{words.save}</button>}
        <button type="button" className="plain bare wide" onClick={preview}>{words.preview}</button>
        <a className="plain bare narrow" href="#penerbitan">{words.when}</a>
      </div>
    </header>
  )
}
