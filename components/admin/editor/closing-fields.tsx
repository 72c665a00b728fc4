import { useState } from 'react'
import { closingFields, type Closing } from '@/lib/posts/closing'
import type { EditorWords } from './words'

type Field = keyof Closing
type Props = { draft: Closing; words: EditorWords; lang: string; editable: boolean; onChange: (patch: Partial<Closing>) => void }

const most: Record<Field, number> = { pertanyaan: 2000, doa: 5000, lagu: 1000 }

/** What may follow the text: a field for each that is there, a word to press for each that is not. */
export function ClosingFields({ draft, words, lang, editable, onChange }: Props) {
  const [opened, setOpened] = useState<Field[]>([])
  const shown = closingFields.filter((field) => draft[field] || opened.includes(field))
  const offered = editable ? closingFields.filter((field) => !shown.includes(field)) : []

  const open = (field: Field) => {
    setOpened([...opened, field])
    requestAnimationFrame(() => document.getElementById(field)?.focus())
  }
  return (
    <div className="closing" role="group" aria-label={words.closing}>
      {shown.map((field) => (
        <div key={field}>
          <label htmlFor={field}>{words.closingFields[field]} {field === 'pertanyaan' && <span>{words.aLineEach}</span>}</label>
          <textarea id={field} rows={field === 'lagu' ? 1 : 3} lang={lang} value={draft[field]} maxLength={most[field]} readOnly={!editable}
            onChange={(event) => onChange({ [field]: event.target.value })} />
        </div>
      ))}
      {offered.length > 0 && (
        <p className="row">
          {offered.map((field) => (
            <button type="button" className="plain bare" key={field} onClick={() => open(field)}>{words.addClosing[field]}</button>
          ))}
        </p>
      )}
    </div>
  )
}
