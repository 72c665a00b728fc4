import type { Refused } from '@/lib/comments/refused'
import { canMail } from '@/lib/mail'
import type { Site } from '@/lib/site'

type Props = {
  site: Site
  values: Partial<Refused['values']> & { postId: string }
  refused?: Refused
  /** Whom it answers. */
  answering?: string
}

/** The form for a comment; with `refused` it says what is wrong and holds everything typed. */
export function CommentForm({ site, values, refused, answering }: Props) {
  const m = site.m.comments
  const say = (reason: string | undefined) => (reason === undefined ? undefined : (m.wrong[reason] ?? reason))
  const field = (name: 'name' | 'email' | 'body') => {
    const wrong = say(refused?.fields[name])
    return {
      wrong,
      attributes: { id: ids[name], name, defaultValue: values[name], 'aria-invalid': wrong ? true : undefined, 'aria-describedby': wrong && `${ids[name]}-galat` },
    }
  }
  const [name, email, body] = [field('name'), field('email'), field('body')]
  return (
    <form className="form" method="post" action="/api/comments" noValidate aria-labelledby="tulis" id="comment-form" data-words={JSON.stringify(wordsForScript(site))}>
      <h3 id="tulis">{answering ? m.replyTo(answering) : m.write}</h3>
      {refused && <Summary refused={refused} site={site} />}
      <input type="hidden" name="postId" value={values.postId} />
      <input type="hidden" name="parentId" value={values.parentId ?? ''} />
      <div>
        <label htmlFor={ids.name}>{m.name}</label>
        <input {...name.attributes} autoComplete="name" maxLength={80} required />
        <Wrong id={ids.name} text={name.wrong} />
      </div>
      <div>
        <label htmlFor={ids.email}>{m.email} <span>{m.emailHint}</span></label>
        <input {...email.attributes} type="email" autoComplete="email" inputMode="email" />
        <Wrong id={ids.email} text={email.wrong} />
      </div>
      {canMail() && (
        <label className="check"><input type="checkbox" name="notify" defaultChecked={values.notify === 'on'} /> {m.notify}</label>
      )}
      <div>
        <label htmlFor={ids.body}>{m.body}</label>
        <textarea {...body.attributes} rows={5} maxLength={5000} required />
        <Wrong id={ids.body} text={body.wrong} />
      </div>
      <div className="hidden" aria-hidden="true">
        <label htmlFor="website">Website</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <button className="button">{m.send}</button>
    </form>
  )
}

const ids = { name: 'nama', email: 'email', body: 'komentar-isi' } as const

function Wrong({ id, text }: { id: string; text?: string }) {
  return text ? <p className="wrong" id={`${id}-galat`}>{text}</p> : null
}

/** What is wrong, on top, each with a way to its field; the browser moves there by `autofocus`. */
function Summary({ refused, site }: { refused: Refused; site: Site }) {
  const m = site.m.comments
  const wrongs = Object.entries(refused.fields).filter(([name]) => name in ids)
  return (
    <div className="note galat" role="alert" tabIndex={-1} autoFocus>
      <p>{m.notSent}. {refused.reason && (m.wrong[refused.reason] ?? refused.reason)} {refused.values.body && m.kept}</p>
      {wrongs.length > 0 && (
        <ul>
          {wrongs.map(([name, reason]) => (
            <li key={name}><a href={`#${ids[name as keyof typeof ids]}`}>{m.wrong[reason] ?? reason}</a></li>
          ))}
        </ul>
      )}
    </div>
  )
}

function wordsForScript({ m: { comments: m } }: Site) {
  const { held, unsent, sending, remember, cancelReply, write } = m
  return { held, unsent, sending, remember, cancelReply, write, replyTo: m.replyTo('…'), own: m.own.hint, ownOpen: m.own.open }
}
