import type { Route } from 'next'
import Link from 'next/link'
import { Title } from '@/components/reader/title'
import { isoDay, partsOfDay, type Day } from '@/lib/clock'
import { dayAndMonth, monthName, timeOfDay, weekday } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import { columnOf, monthAfter, monthOf, writeMonth, type Month } from '@/lib/posts/calendar'
import type { OnDay } from '@/lib/posts/calendar-queries'
import { dayName, type Wall } from './post-time'

type Words = Messages['calendar']

/** The way to the months around. */
export function CalendarTurn({ month, today, m, locale }: { month: Month; today: Day; m: Words; locale: string }) {
  const to = (other: Month) => `/admin/kalender?bulan=${writeMonth(other)}` as Route
  const [before, after, now] = [monthAfter(month, -1), monthAfter(month, 1), monthOf(today)]
  const isNow = writeMonth(now) === writeMonth(month)
  return (
    <nav className="filter" aria-label={m.months}>
      <Link href={to(before)} aria-label={`${m.before}: ${monthName(before.year, before.month, locale)}`}>‹ {monthName(before.year, before.month, locale)}</Link>
      {!isNow && <Link href="/admin/kalender">{m.thisMonth}</Link>}
      <Link href={to(after)} aria-label={`${m.after}: ${monthName(after.year, after.month, locale)}`}>{monthName(after.year, after.month, locale)} ›</Link>
    </nav>
  )
}

type Props = { days: Day[]; today: Day; entries: OnDay[]; wall: Wall; m: Words }

/** A month: weeks side by side on a wide screen, a list of days on a phone. */
export function CalendarMonth({ days, today, entries, wall, m }: Props) {
  return (
    <>
      <div className="weekdays" aria-hidden="true">
        {/* 4 January 1970 was a Sunday. */}
        {Array.from({ length: 7 }, (_, i) => <span key={i}>{weekday(3 + i, wall.locale)}</span>)}
      </div>
      <ol className="month" style={{ '--first': columnOf(days[0]!) + 1 } as React.CSSProperties}>
        {days.map((day) => {
          const on = entries.filter((entry) => entry.day === day)
          return (
            <li key={day} className={[day === today ? 'today' : '', day < today ? 'past' : '', on.length === 0 ? 'gap' : ''].filter(Boolean).join(' ')} aria-current={day === today ? 'date' : undefined}>
              <span className="day">
                <span className="hidden">{dayName(day, today, wall)}</span>
                <span className="number" aria-hidden="true">{partsOfDay(day).day}</span>
                <span className="named" aria-hidden="true">{weekday(day, wall.locale).slice(0, 3)} {dayAndMonth(day, wall.locale)}</span>
              </span>
              <div>
                {on.map((entry) => <Entry entry={entry} wall={wall} m={m} key={entry.id} />)}
                {on.length === 0 && day >= today && (
                  <span className="empty">{m.empty} <Link href={`/admin/tulisan/baru?tanggal=${isoDay(day)}` as Route} prefetch={false} aria-label={m.writeFor(dayName(day, today, wall))}>{m.write}</Link></span>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function Entry({ entry: { id, title, at, isOut, isMine }, wall, m }: { entry: OnDay; wall: Wall; m: Words }) {
  return (
    <span className="entry">
      {isMine ? <Link href={`/admin/tulisan/${id}` as Route} prefetch={false}><Title untitled={wall.m.untitled}>{title}</Title></Link> : m.taken}
      {' '}<span className={`state ${isOut ? 'out' : 'due'}`}>{timeOfDay(at, wall.locale, wall.zone)} <span className="hidden">{isOut ? m.out : m.due}</span></span>
    </span>
  )
}
