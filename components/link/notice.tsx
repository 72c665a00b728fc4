import type { OpenedNotice } from '@/lib/comments/press-link'
import { dateAndTime } from '@/lib/dates'
import { toLocale, type Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

type Props = { notice: OpenedNotice; token: string; language: Locale; zone: string }

/** What a link in a notice is about, and the one button that acts. */
export function Notice({ notice, token, language, zone }: Props) {
  const locale = notice.purpose === 'answers-off' ? language : toLocale(notice.viewer.locale)
  const { notices: m } = messages(locale)
  const { title, press } = m.page[notice.purpose]
  return (
    <>
      <h1>{title}</h1>
      {notice.purpose === 'answers-off' ? <p className="lead">{m.offLead(notice.email)}</p> : <LinkedComment notice={notice} locale={locale} zone={zone} />}
      <form method="post" action={`/tautan/${encodeURIComponent(token)}/tekan`}>
        <button className="button">{press}</button>
      </form>
      {notice.purpose !== 'answers-off' && <p className="small after"><a href="/admin/komentar">{m.queue}</a></p>}
    </>
  )
}

function LinkedComment({ notice, locale, zone }: { notice: Extract<OpenedNotice, { comment: unknown }>; locale: Locale; zone: string }) {
  const { notices: m, reader } = messages(locale)
  const { name, body, status, createdAt, post, parent } = notice.comment
  const title = post.title || reader.untitled
  return (
    <div className="notice">
      <p className="small">
        <b>{name}</b> · {dateAndTime(createdAt, locale, zone)} · {m.on} {post.path && post.status === 'published' ? <a href={post.path}>{title}</a> : title} · {m.state[status]}
      </p>
      {parent && <blockquote className="small"><p>{m.answering(parent.name)}</p><p>{parent.body}</p></blockquote>}
      <div className="said">{body.split(/\n{2,}/).map((paragraph, i) => <p key={i}>{paragraph}</p>)}</div>
    </div>
  )
}
