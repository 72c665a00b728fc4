import Link from 'next/link'
import type { Route } from 'next'
import { Failure } from './failure'
import { SaveState } from './save-state'
import type { useSaving } from './use-saving'
import type { EditorWords } from './words'

type Props = {
  words: EditorWords
  locale: string
  zone: string
  editing: ReturnType<typeof useSaving>
  folder: 'tulisan' | 'halaman'
  onPreview: () => void
}

/** The way back, whether everything is kept, and the preview. */
export function EditorBar({ words, locale, zone, editing, folder, onPreview }: Props) {
  return (
    <header className="head">
      <div className="bar">
        <div><Link className="plain bare" href={`/admin/${folder}` as Route}>‹ {words.back[folder === 'halaman' ? 'page' : 'post']}</Link></div>
        <div>
          <SaveState words={words} locale={locale} zone={zone} editing={editing} />
          <button type="button" className="plain bare wide" onClick={onPreview}>{words.preview}</button>
          <a className="plain bare narrow" href="#penerbitan">{words.publication}</a>
        </div>
      </div>
      <Failure words={words} editing={editing} />
    </header>
  )
}
