import type { Route } from 'next'
import Link from 'next/link'
import type { ContextLine } from '@/lib/comments/queue'
import { dateAndTime } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import { Said } from './comment-facts'

type Props = { title: string; lines: ContextLine[]; words: Messages['moderation']; locale: string; zone: string }

/** Comments around another one, each with its state. */
export function Conversation({ title, lines, words, locale, zone }: Props) {
  return (
    <section className="block conversation">
      <h2>{title}</h2>
      <ul className="rows queue">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="small">
              <b><bdi>{line.name}</bdi></b> · <Link href={`/admin/komentar/${line.id}` as Route} prefetch={false}>{dateAndTime(line.createdAt, locale, zone)}</Link> · {words.states[line.status]}
            </p>
            {line.body === '' ? <p className="small">{words.erased}</p> : <Said text={line.body} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
