import { dayOf, dayWords, wallClock } from './day'
import type { PanelProps } from './panel'

/** Now, or at a date in the blog's zone: one that is past puts the post among those of its month. */
export function WhenFields({ words, draft, stored, zone, viewer, takenDays, fields, onChange }: PanelProps) {
  return (
    <fieldset>
      <legend>{words.when}</legend>
      <label className="choice">
        <input type="radio" name="kapan" checked={draft.when === 'now'} onChange={() => onChange({ when: 'now' })} /> {words.now}
      </label>
      <label className="choice">
        <input type="radio" name="kapan" checked={draft.when === 'pick'} onChange={() => onChange({ when: 'pick' })} /> {words.pick}
      </label>
      {draft.when === 'pick' && (
        <>
          <div className="pair">
            <div>
              <label htmlFor="tanggal">{words.date}</label>
              <input id="tanggal" type="date" required value={draft.date} aria-describedby="tanggal-petunjuk" aria-invalid={Boolean(fields.date)}
                onChange={(event) => onChange({ date: event.target.value })} />
            </div>
            <div>
              <label htmlFor="jam">{words.time(zone.name)}</label>
              <input id="jam" type="time" required value={draft.time} aria-describedby="tanggal-petunjuk" onChange={(event) => onChange({ time: event.target.value })} />
            </div>
          </div>
          <p id="tanggal-petunjuk" className={fields.date ? 'wrong' : 'small'} role="status">{fields.date ?? hint()}</p>
        </>
      )}
    </fieldset>
  )

  function hint(): string {
    const day = dayOf(draft.date)
    if (Number.isNaN(day) || !draft.time) return words.dateMissing
    const said = dayWords(day, viewer.locale)
    if (`${draft.date}T${draft.time}` <= wallClock(new Date(), zone.id)) return words.pastDay(said)
    const isMoved = stored.status === 'scheduled' && stored.scheduledAt && wallClock(new Date(stored.scheduledAt), zone.id) !== `${draft.date}T${draft.time.slice(0, 5)}`
    if (isMoved) return `${said}. ${words.planMoved}`
    return takenDays.includes(day) ? words.dayTaken(said) : words.dayFree(said)
  }
}
