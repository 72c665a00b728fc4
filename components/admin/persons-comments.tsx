import { removePersonsData } from '@/app/(admin)/admin/komentar/orang/actions'
import { Press } from '@/components/ui/press'
import { count, dateAndTime } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { PersonsData } from '@/lib/people-data/commands'

type Props = { data: PersonsData; commentId: number; words: Messages['persons']; states: Messages['notices']['state']; locale: string; zone: string }

export function PersonsComments({ data, commentId, words, states, locale, zone }: Props) {
  const names = [...new Set(data.comments.map(({ name }) => name))]
  const list = (items: string[]) => new Intl.ListFormat(locale).format(items)
  return (
    <section className="person-data">
      <h2>{list(names)}</h2>
      <p>{words.found(count(data.comments.length, locale))} {data.emails.length > 0 ? words.from(list(data.emails)) : words.noEmail}</p>
      <div className="acts">
        <a className="plain" href={`/api/people-data?komentar=${commentId}`} download>{words.download}</a>
        <Press action={removePersonsData} values={{ commentId }} label={words.erase} sure={words.sure(count(data.comments.length, locale))} className="plain danger" />
      </div>
      <ul className="rows queue">
        {data.comments.map(({ id, name, body, status, createdAt, post }) => (
          <li key={id}>
            <p className="small">
              <b>{name}</b> · {dateAndTime(new Date(createdAt), locale, zone)} · {post.address ? <a href={post.address}>{post.title}</a> : post.title} · {states[status]}
            </p>
            <div className="said"><p className="lines">{body}</p></div>
          </li>
        ))}
      </ul>
    </section>
  )
}
