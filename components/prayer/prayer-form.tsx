import type { RefusedPrayer } from '@/lib/prayer/refused'
import type { Site } from '@/lib/site'

const ids = { name: 'nama', body: 'isi-doa' } as const

/** The form for a prayer request; with `refused` it says what is wrong and holds everything typed. */
export function PrayerForm({ site, refused }: { site: Site; refused?: RefusedPrayer }) {
  const m = site.m.prayer
  const wrongOf = (name: keyof typeof ids) => refused?.fields[name] && m.wrong[refused.fields[name]]
  const field = (name: keyof typeof ids) => ({
    id: ids[name], name, defaultValue: refused?.values[name],
    'aria-invalid': wrongOf(name) ? true : undefined, 'aria-describedby': wrongOf(name) && `${ids[name]}-galat`,
  })
  return (
    <form className="form" method="post" action="/api/pokok-doa" noValidate>
      {refused && <Summary refused={refused} site={site} />}
      <div>
        <label htmlFor={ids.name}>{m.name} <span>{m.nameHint}</span></label>
        <input {...field('name')} autoComplete="name" maxLength={80} />
        <Wrong id={ids.name} text={wrongOf('name')} />
      </div>
      <div>
        <label htmlFor={ids.body}>{m.body}</label>
        <textarea {...field('body')} rows={8} maxLength={5000} required />
        <Wrong id={ids.body} text={wrongOf('body')} />
      </div>
      <div className="hidden" aria-hidden="true">
        <label htmlFor="website">Website</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <button className="button">{m.send}</button>
    </form>
  )
}

function Wrong({ id, text }: { id: string; text?: string }) {
  return text ? <p className="wrong" id={`${id}-galat`}>{text}</p> : null
}

/** What is wrong, on top, with a way to each field; the browser moves there by `autofocus`. */
function Summary({ refused, site }: { refused: RefusedPrayer; site: Site }) {
  const m = site.m.prayer
  return (
    <div className="note galat" role="alert" tabIndex={-1} autoFocus>
      <p>{m.notSent}. {refused.reason && m.wrong[refused.reason]} {refused.values.body && m.kept}</p>
      <ul>
        {(['name', 'body'] as const).filter((name) => refused.fields[name]).map((name) => (
          <li key={name}><a href={`#${ids[name]}`}>{m.wrong[refused.fields[name]!]}</a></li>
        ))}
      </ul>
    </div>
  )
}
