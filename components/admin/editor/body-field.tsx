'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { HtmlView } from './html-view'
import { unknownElements } from './same-html'
import type { EditorWords } from './words'

// The rich text editor is most of the weight: it comes after the page, and only here.
const RichText = dynamic(() => import('./rich-text'), { ssr: false, loading: () => <div className="body waiting" aria-hidden="true" /> })

type Props = { html: string; lang: string; words: EditorWords; editable: boolean; onChange: (html: string) => void }

/** The body: rich text, or HTML when rich text would lose something (or somebody prefers it). */
export function BodyField({ html, lang, words, editable, onChange }: Props) {
  const [mode, setMode] = useState<'rich' | 'html'>('rich')
  const [unknown, setUnknown] = useState<string[] | null>(null)
  const [forced, setForced] = useState(false)
  const [seed, setSeed] = useState(html)

  const open = (next: 'rich' | 'html', force = false) => {
    // Cells beside cells would become one word.
    setSeed(force ? html.replace(/<\/(?:td|th|dt|dd|caption|figcaption)>/gi, '$& ') : html)
    setForced(force)
    if (next === 'html') setUnknown(null)
    setMode(next)
  }
  const refuse = () => {
    if (forced) return
    setUnknown(unknownElements(seed))
    setMode('html')
  }

  return mode === 'html' ? (
    <HtmlView html={html} words={words} unknown={unknown} editable={editable} onChange={onChange}
      onRich={() => open('rich')} onForce={() => open('rich', true)} />
  ) : (
    <>
      {forced && <p className="note" role="status">{words.htmlForceWarn}</p>}
      <RichText html={seed} lang={lang} words={words} editable={editable} onChange={onChange} onLoss={refuse} />
      {editable && <p className="under"><button type="button" className="plain bare" onClick={() => open('html')}>{words.htmlMode}</button></p>}
    </>
  )
}
