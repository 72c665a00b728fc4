import type { EditorWords } from './words'

type Props = {
  html: string
  words: EditorWords
  /** Elements that rich text has no form for; null when nothing would be lost or nobody has looked. */
  unknown: string[] | null
  editable: boolean
  onChange: (html: string) => void
  onRich: () => void
  onForce: () => void
}

/** The body as HTML. */
export function HtmlView({ html, words, unknown, editable, onChange, onRich, onForce }: Props) {
  return (
    <div className="htmlview">
      {unknown && (
        <div className="note" role="status">
          <p>{unknown.length ? words.htmlWhy(unknown.join(', ')) : words.htmlWhyOther}</p>
          {editable && <button type="button" className="plain bare" onClick={onForce}>{words.htmlForce}</button>}
        </div>
      )}
      <label htmlFor="badan">{words.html}</label>
      <textarea id="badan" value={html} rows={18} spellCheck={false} readOnly={!editable} aria-describedby="html-petunjuk"
        onChange={(event) => onChange(event.target.value)} />
      <p id="html-petunjuk" className="small">{words.htmlHint}</p>
      {editable && <p className="under"><button type="button" className="plain bare" onClick={onRich}>{words.richMode}</button></p>}
    </div>
  )
}
