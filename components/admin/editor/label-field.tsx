import type { PanelProps } from './panel'

/** Labels as words parted by commas, with those that exist offered beneath. */
export function LabelField({ words, draft, labels, fields, editable, onChange }: PanelProps) {
  const typed = draft.labels.split(',')
  const last = typed.at(-1)!.trim().toLowerCase()
  const chosen = new Set(typed.map((name) => name.trim().toLowerCase()))
  const offered = labels.filter((name) => !chosen.has(name.toLowerCase()) && name.toLowerCase().startsWith(last)).slice(0, 6)

  const add = (name: string) => {
    // What is half typed becomes the label that was meant; what is whole stays.
    const whole = typed.slice(0, last && !labels.some((label) => label.toLowerCase() === last) ? -1 : undefined)
    onChange({ labels: [...whole.map((name) => name.trim()).filter(Boolean), name].join(', ') + ', ' })
    document.getElementById('label')?.focus()
  }

  return (
    <div>
      <label htmlFor="label">{words.labels} <span>{words.labelsHint}</span></label>
      <input id="label" value={draft.labels} readOnly={!editable} autoComplete="off" aria-invalid={Boolean(fields.labels)}
        aria-describedby={fields.labels && 'label-salah'} onChange={(event) => onChange({ labels: event.target.value })} />
      {fields.labels && <p id="label-salah" className="wrong">{fields.labels}</p>}
      {editable && offered.length > 0 && (
        <ul className="offered" aria-label={words.suggestions}>
          {offered.map((name) => (
            <li key={name}><button type="button" aria-label={words.addLabel(name)} onClick={() => add(name)}>{name}</button></li>
          ))}
        </ul>
      )}
    </div>
  )
}
