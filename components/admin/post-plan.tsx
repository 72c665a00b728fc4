import type { Route } from 'next'
import Link from 'next/link'
import { Title } from '@/components/reader/title'
import type { Day } from '@/lib/clock'
import { timeOfDay, weekday } from '@/lib/dates'
import type { Plan } from '@/lib/posts/admin-queries'
import { firstEmptyDay, readyDays } from '@/lib/posts/plan'
import { dayName, type Wall } from './post-time'

type Props = { plans: Plan[]; today: Day; wall: Wall }

/** What comes out next, which days are ready, and the first that is empty. */
export function NextOut({ plans, today, wall: { m, locale, zone } }: Props) {
  const next = plans[0]
  const empty = firstEmptyDay(plans, today)
  const ready = readyDays(plans, today, next?.day)
  const names = ready.map((day) => weekday(day, locale))
  const name = (day: Day) => dayName(day, today, { m, locale })
  return (
    <p className="lead">
      {next ? (
        <>
          {m.overview.nextOn(name(next.day), timeOfDay(next.scheduledAt, locale, zone))}{' '}
          {next.isMine ? <Link href={`/admin/tulisan/${next.id}` as Route}><Title untitled={m.untitled}>{next.title}</Title></Link> : m.overview.othersPost}.
        </>
      ) : m.overview.nothingPlanned}
      {' '}
      {names.length > 0 && `${m.overview.ready(joined(names))}; `}
      {empty === null ? m.overview.fullWeek : m.overview.emptyDay(name(empty))}
    </p>
  )

  function joined(names: string[]): string {
    return names.length === 1 ? names[0]! : m.joinLast(names.slice(0, -1).join(', '), names.at(-1)!)
  }
}
