import type { Route } from 'next'
import Link from 'next/link'
import { Title } from '@/components/reader/title'
import { isoDay, type Day } from '@/lib/clock'
import { timeOfDay } from '@/lib/dates'
import type { Plan } from '@/lib/posts/admin-queries'
import { comingDays } from '@/lib/posts/plan'
import { dayName, type Wall } from './post-time'

type Props = { plans: Plan[]; today: Day; wall: Wall }

/** The coming days, each with what comes out, or a way to begin something for it. */
export function Week({ plans, today, wall }: Props) {
  const { m, locale, zone } = wall
  const days = [...(plans.some(({ day }) => day === today) ? [today] : []), ...comingDays(today)]
  return (
    <ul className="week">
      {days.map((day) => {
        const planned = plans.filter((plan) => plan.day === day)
        const name = dayName(day, today, wall)
        return (
          <li key={day}>
            <span className="day">{dayName(day, today, wall, 'short')}</span>
            {planned.length === 0 && (
              <span className="empty">
                {m.overview.empty} <Link href={`/admin/tulisan/baru?tanggal=${isoDay(day)}` as Route} prefetch={false} aria-label={m.overview.fillFor(name)}>{m.overview.fill}</Link>
              </span>
            )}
            {planned.length > 0 && (
              <span>
                {planned.map(({ id, title, scheduledAt, isMine }) => (
                  <span className="plan" key={id}>
                    {isMine ? <Link href={`/admin/tulisan/${id}` as Route} prefetch={false}><Title untitled={m.untitled}>{title}</Title></Link> : m.overview.taken}
                    {' '}<span className="small">{timeOfDay(scheduledAt, locale, zone)}</span>
                  </span>
                ))}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
