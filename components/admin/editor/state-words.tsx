import { dateAndTime } from '@/lib/dates'
import type { PanelProps } from './panel'

/** In which state the post is, and what readers have of it. */
export function StateWords({ words, stored, zone, viewer }: PanelProps) {
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
    </div>
  )
}
