import type { Route } from 'next'
import Link from 'next/link'
import { dateAndTime } from '@/lib/dates'
import { firstFreeDay } from '@/lib/posts/calendar'
import { dayOf, dayWords, isoDayOf, wallClock } from './day'
import type { PanelProps } from './panel'

/** In which state the post is, and what readers have of it. */
export function StateWords({ words, stored, zone, viewer, takenDays }: PanelProps) {
  const when = (iso: string | null) => (iso ? `${dateAndTime(new Date(iso), viewer.locale, zone.id)} ${zone.name}` : '')
  const says = {
    draft: ['draft', words.isDraft],
    review: ['draft', words.isReview],
    scheduled: ['due', words.isScheduled(when(stored.scheduledAt))],
    published: ['out', words.isPublic(when(stored.publishedAt))],
    withdrawn: ['held', words.isWithdrawn(when(stored.publishedAt))],
    trashed: ['draft', `${words.isTrashed} ${stored.trashedFrom === 'published' ? words.comesBack.published : words.comesBack.other}`],
  }[stored.status]
  return (
    <div>
      <p className={`state long ${says[0]}`}>{says[1]}</p>
      {stored.status === 'published' && stored.path && (
        <p><a className="plain bare" href={stored.path} target="_blank" rel="noopener">{words.viewOnSite}</a></p>
      )}
      {stored.status === 'scheduled' && stored.scheduledAt && <NextFree {...{ words, takenDays, viewer }} own={dayOf(wallClock(new Date(stored.scheduledAt), zone.id).slice(0, 10))} />}
      {stored.id !== null && <p><Link className="plain bare" href={`/admin/${stored.kind === 'page' ? 'halaman' : 'tulisan'}/${stored.id}/riwayat` as Route} prefetch={false}>{words.history}</Link></p>}
    </div>
  )
}

/** After one is planned, the way to the next: a week is lined up one after the other. */
function NextFree({ words, takenDays, viewer, own }: Pick<PanelProps, 'words' | 'takenDays' | 'viewer'> & { own: number }) {
  const tomorrow = dayOf(new Date().toISOString().slice(0, 10)) + 1
  const day = firstFreeDay(tomorrow, [...takenDays, own])
  return <p><Link className="plain bare" href={`/admin/tulisan/baru?tanggal=${isoDayOf(day)}` as Route} prefetch={false}>{words.nextFree(dayWords(day, viewer.locale))}</Link></p>
}
