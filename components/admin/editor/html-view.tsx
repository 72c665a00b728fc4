import { useDeferredValue } from 'react'
import { notKept } from './not-kept'
import type { EditorWords } from './words'

type Props = {
  html: string
  words: EditorWords
  editable: boolean
  onChange: (html: string) => void
  onRich: () => void
}

/** The body as HTML, with a word beforehand about what will not stay. */
export function HtmlView({ html, words, editable, onChange, onRich }: Props) {
  const going = notKept(useDeferredValue(html))
  return (
    <div className="htmlview">
      <label htmlFor="badan">{words.html}</label>
      <textarea id="badan" value={html} rows={18} spellCheck={false} readOnly={!editable} aria-describedby="html-petunjuk html-dibuang"
        onChange={(event) => onChange(event.target.value)} />
      <p id="html-petunjuk" className="small">{words.htmlHint}</p>
      <p id="html-dibuang" className="wrong" role="status">{going.length > 0 && words.htmlGoing(going.join(', '))}</p>
      {editable && <p className="under"><button type="button" className="plain bare" onClick={onRich}>{words.richMode}</button></p>}
    </div>
  )
}
