import type { Route } from 'next'
import Link from 'next/link'
import { planNextDay } from '@/app/(admin)/admin/kalender/actions'
import { Title } from '@/components/reader/title'
import { Press } from '@/components/ui/press'
import type { Day } from '@/lib/clock'
import { timeOfDay } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { PostRow } from '@/lib/posts/admin-queries'
import { PostState } from './post-state'
import { dayName, nearTime, type Wall } from './post-time'

type Props = { drafts: PostRow[]; free: { day: Day; at: Date }; today: Day; wall: Wall; m: Messages['calendar'] }

/** Drafts, each a press away from the next free day: a week is lined up in as many presses. */
export function ReadyDrafts({ drafts, free, today, wall, m }: Props) {
  const day = dayName(free.day, today, wall)
  return (
    <section className="block" aria-labelledby="siap">
      <h2 id="siap">{m.ready}</h2>
      <p className="small said">{drafts.length ? m.readyLead(day, timeOfDay(free.at, wall.locale, wall.zone)) : m.noDrafts}</p>
      {drafts.length > 0 && (
        <ul className="rows">
          {drafts.map(({ id, title, status, updatedAt, revision }) => (
            <li key={id}>
              <span className="name">
                <Link href={`/admin/tulisan/${id}` as Route} prefetch={false}><Title untitled={wall.m.untitled}>{title}</Title></Link>
                <span className="small"><PostState status={status} m={wall.m} /> · {wall.m.changed(nearTime(updatedAt, wall))}</span>
              </span>
              <Press action={planNextDay} label={m.plan(day)} about={title || wall.m.untitled} values={{ id, revision }} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
