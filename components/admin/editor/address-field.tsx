import { slugOf } from '@/lib/posts/permalink'
import { addressStart, wallClock } from './day'
import type { PanelProps } from './panel'

/** The last part of the address, until the first publication; then the address as it stays. */
export function AddressField({ words, draft, stored, zone, fields, editable, onChange }: PanelProps) {
  if (stored.path) {
    return (
      <div>
        <p className="label">{words.address}</p>
        <p className="address">{stored.path}</p>
        <p className="small">{words.addressKept}</p>
      </div>
    )
  }
  const now = wallClock(new Date(), zone.id)
  const date = draft.when === 'pick' && draft.date ? draft.date : now
  const path = `${addressStart(stored.kind, date)}${draft.slug || slugOf(draft.title)}.html`
  return (
    <div>
      <label htmlFor="alamat">{words.address} <span>{words.optional}</span></label>
      <input id="alamat" value={draft.slug} readOnly={!editable} placeholder={slugOf(draft.title)} autoCapitalize="none" autoComplete="off" spellCheck={false}
        maxLength={80} aria-invalid={Boolean(fields.slug)} aria-describedby="alamat-petunjuk" onChange={(event) => onChange({ slug: event.target.value.toLowerCase() })} />
      <p id="alamat-petunjuk" className={fields.slug ? 'wrong' : 'small'}>{fields.slug ?? words.addressHint(path)}</p>
    </div>
  )
}
