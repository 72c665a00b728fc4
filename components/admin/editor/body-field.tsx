'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { HtmlView } from './html-view'
import type { RichTextProps } from './rich-text'

// The rich text editor is most of the weight: it comes after the page, and only here.
const RichText = dynamic(() => import('./rich-text'), { ssr: false, loading: () => <div className="body waiting" aria-hidden="true" /> })

/** The body: rich text, or HTML for those who want it. */
export function BodyField({ html, lang, words, editable, fields, onChange, onFields }: RichTextProps) {
  const [isHtml, setIsHtml] = useState(false)
  if (isHtml) return <HtmlView html={html} words={words} editable={editable} onChange={onChange} onRich={() => setIsHtml(false)} />
  return (
    <>
      <RichText html={html} lang={lang} words={words} editable={editable} fields={fields} onChange={onChange} onFields={onFields} />
      {editable && <p className="under"><button type="button" className="plain bare" onClick={() => setIsHtml(true)}>{words.htmlMode}</button></p>}
    </>
  )
}
