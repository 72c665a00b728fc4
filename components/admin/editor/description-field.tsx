import { count } from '@/lib/dates'
import type { PanelProps } from './panel'

/** What search engines and shared links say of the post. */
export function DescriptionField({ words, draft, viewer, fields, editable, onChange }: PanelProps) {
  return (
    <div>
      <label htmlFor="keterangan">{words.description} <span>{words.optional}</span></label>
      <textarea id="keterangan" rows={3} value={draft.description} maxLength={300} readOnly={!editable}
        aria-describedby="keterangan-hitung" onChange={(event) => onChange({ description: event.target.value })} />
      <p id="keterangan-hitung" className={fields.description ? 'wrong' : 'small'}>
        {fields.description ?? (draft.description ? words.counter(count(draft.description.length, viewer.locale)) : words.descriptionHint)}
      </p>
    </div>
  )
}
