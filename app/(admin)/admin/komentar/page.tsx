import type { Route } from 'next'
import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { CommentQueue } from '@/components/admin/queue/comment-queue'
import { QueueFilters } from '@/components/admin/queue/queue-filters'
import '@/components/admin/queue/queue.css'
import { countQueues, listQueue } from '@/lib/comments/queue'
import { queueAddress, readQueueParams } from '@/lib/comments/queue-params'
import { can } from '@/lib/policy'
import { pageNumber } from '@/lib/posts/params'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.moderation.title }
}

/** What readers wrote: waiting first, each under the post it is for. */
export default async function CommentsPage({ searchParams }: PageProps<'/admin/komentar'>) {
  const { viewer, locale, m } = await requireViewer()
  const params = await searchParams
  const { queue, filter } = readQueueParams(params)
  const [counts, list, { timeZone }] = await Promise.all([countQueues(viewer, filter), listQueue(viewer, queue, pageNumber(params), filter), getSettings()])
  const mayBlock = can(viewer, 'comment.block')
  const isNarrowed = Object.values(filter).some(Boolean)
  const page = (to: number) => queueAddress(queue, filter, to) as Route
  return (
    <Frame place="comments">
      <div className="top">
        <h1>{m.moderation.title}</h1>
        {mayBlock && <Link className="plain bare" href={'/admin/komentar/blokir' as Route} prefetch={false}>{m.moderation.block.title}</Link>}
        {mayBlock && <Link className="plain bare" href={'/admin/komentar/orang' as Route} prefetch={false}>{m.persons.title}</Link>}
      </div>
      <QueueFilters queue={queue} filter={filter} counts={counts} words={m.moderation} locale={locale} />
      {list.comments.length === 0 && <p className="lead">{isNarrowed ? m.moderation.nothingFound : m.moderation.empty[queue]}</p>}
      <CommentQueue comments={list.comments} m={m} locale={locale} zone={timeZone} mayBlock={mayBlock} key={queueAddress(queue, filter, list.page)} />
      {list.pages > 1 && (
        <nav className="pages small">
          {list.page > 1 ? <Link href={page(list.page - 1)} prefetch={false}>‹ {m.moderation.newer}</Link> : <span />}
          {list.page < list.pages && <Link href={page(list.page + 1)} prefetch={false}>{m.moderation.older} ›</Link>}
        </nav>
      )}
    </Frame>
  )
}
