import type { Route } from 'next'
import Link from 'next/link'
import { queues, type Queue, type QueueFilter } from '@/lib/comments/queue'
import { queueAddress } from '@/lib/comments/queue-params'
import { count } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'

type Props = { queue: Queue; filter: QueueFilter; counts: Record<Queue, number>; words: Messages['moderation']; locale: string }

/** Words for the states, with how many there are; then a search. */
export function QueueFilters({ queue, filter, counts, words, locale }: Props) {
  const told = [filter.postId && words.narrowed.post, filter.commenterId && words.narrowed.device, filter.addressOf && words.narrowed.address].filter(Boolean)
  const hidden = { antrean: queue, tulisan: filter.postId, perangkat: filter.commenterId, alamat: filter.addressOf }
  return (
    <>
      <nav className="filter" aria-label={words.title}>
        {queues.map((name) => (
          <Link href={queueAddress(name, filter) as Route} key={name} prefetch={false} aria-current={name === queue ? 'page' : undefined}>
            {words.queues[name]} {count(counts[name], locale)}
          </Link>
        ))}
      </nav>
      <form className="find" action="/admin/komentar" role="search">
        {Object.entries(hidden).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} key={name} />)}
        <label className="hidden" htmlFor="cari">{words.searchLabel}</label>
        <input id="cari" name="q" type="search" defaultValue={filter.query} maxLength={200} />
        <button className="plain">{words.search}</button>
      </form>
      {(told.length > 0 || filter.query) && (
        <p className="small">{told.join(', ')} <Link className="plain bare" href={queueAddress(queue, {}) as Route} prefetch={false}>{words.clear}</Link></p>
      )}
    </>
  )
}
