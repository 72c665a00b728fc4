import { CalendarMonth, CalendarTurn } from '@/components/admin/calendar-month'
import { ReadyDrafts } from '@/components/admin/ready-drafts'
import { Frame } from '@/components/admin/frame'
import '@/components/admin/post.css'
import { dayInZone, zoneName } from '@/lib/clock'
import { count, monthName } from '@/lib/dates'
import { can } from '@/lib/policy'
import { listUnfinished } from '@/lib/posts/admin-queries'
import { daysOfMonth, readMonth } from '@/lib/posts/calendar'
import { listOnDays } from '@/lib/posts/calendar-queries'
import { findNextFree } from '@/lib/posts/plan-next'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.calendar.title }
}

/** A month of what came out and what will, with its gaps, and drafts to fill them with. */
export default async function CalendarPage({ searchParams }: PageProps<'/admin/kalender'>) {
  const { viewer, locale, m } = await requireViewer()
  const { timeZone, language } = await getSettings()
  const now = new Date()
  const today = dayInZone(now, timeZone)
  const month = readMonth((await searchParams).bulan, today)
  const days = daysOfMonth(month)
  const [entries, drafts, free] = await Promise.all([listOnDays(viewer, days[0]!, days.at(-1)!, timeZone), listUnfinished(viewer, 30), findNextFree(now)])
  const wall = { m: m.posts, locale, zone: timeZone, now }
  const gaps = days.filter((day) => day > today && !entries.some((entry) => entry.day === day)).length
  const publishable = drafts.filter((post) => post.kind === 'post' && can(viewer, 'post.publish', post))

  return (
    <Frame place="posts">
      <h1>{m.calendar.title}: {monthName(month.year, month.month, locale || language)}</h1>
      <p className="lead">
        {days.at(-1)! <= today ? m.calendar.past : gaps ? m.calendar.gaps(count(gaps, locale)) : m.calendar.noGaps} {m.calendar.zone(zoneName(timeZone))}
      </p>
      <CalendarTurn month={month} today={today} m={m.calendar} locale={locale} />
      <CalendarMonth days={days} today={today} entries={entries} wall={wall} m={m.calendar} />
      <ReadyDrafts drafts={publishable} free={free} today={today} wall={wall} m={m.calendar} />
    </Frame>
  )
}
