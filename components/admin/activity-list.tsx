import Link from 'next/link'
import { dayInZone } from '@/lib/clock'
import { longDate, timeOfDay, weekday } from '@/lib/dates'
import type { Did } from '@/lib/activity/record'
import type { Happening } from '@/lib/activity/queries'
import type { Messages } from '@/lib/i18n/messages'

type Props = { list: Happening[]; m: Messages; locale: string; zone: string }

/** What happened under the day on which it did; a post that is still there can be opened. */
export function ActivityList({ list, m, locale, zone }: Props) {
  const days = [...new Set(list.map(({ at }) => dayInZone(at, zone)))]
  return days.map((day) => (
    <section className="block" key={day} aria-labelledby={`hari-${day}`}>
      <h2 id={`hari-${day}`}>{weekday(day, locale)}, {longDate(day, locale)}</h2>
      <ol className="rows">
        {list.filter(({ at }) => dayInZone(at, zone) === day).map((one) => (
          <li key={one.id}>
            <p><b>{one.who ?? m.activity.nobody}</b> {one.href ? <Link href={one.href as '/admin'} prefetch={false}>{sentence(one, m)}</Link> : sentence(one, m)}</p>
            <time className="small" dateTime={one.at.toISOString()}>{timeOfDay(one.at, locale, zone)}</time>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** A word that a later version wrote and this one does not know is shown as it is. */
function sentence({ action, title }: Happening, { activity: { did } }: Messages): string {
  return did[action as Did]?.(title) ?? [action, title].filter(Boolean).join(': ')
}
