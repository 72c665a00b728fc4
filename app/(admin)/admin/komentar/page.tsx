import Link from 'next/link'
import { CommentQueue } from '@/components/admin/comment-queue'
import { Frame } from '@/components/admin/frame'
import { countQueues, listQueue, queues, type Queue } from '@/lib/comments/queue'
import { count } from '@/lib/dates'
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
  const queue: Queue = queues.find((name) => name === params.antrean) ?? 'held'
  const [counts, list, { timeZone }] = await Promise.all([countQueues(viewer), listQueue(viewer, queue, pageNumber(params)), getSettings()])
  const href = (name: Queue, page = 1) => `/admin/komentar?antrean=${name}${page > 1 ? `&page=${page}` : ''}` as '/admin/komentar'
  return (
    <Frame place="comments">
      <h1>{m.moderation.title}</h1>
      <nav className="filter" aria-label={m.moderation.title}>
        {queues.map((name) => (
          <Link href={href(name)} key={name} prefetch={false} aria-current={name === queue ? 'page' : undefined}>
            {m.moderation.queues[name]} {count(counts[name], locale)}
          </Link>
        ))}
      </nav>
      {list.comments.length === 0 && <p className="lead">{m.moderation.empty[queue]}</p>}
      <CommentQueue comments={list.comments} words={m.moderation} locale={locale} zone={timeZone} />
      {list.pages > 1 && (
        <nav className="pages small">
          {list.page > 1 ? <Link href={href(queue, list.page - 1)} prefetch={false}>‹ {m.moderation.newer}</Link> : <span />}
          {list.page < list.pages && <Link href={href(queue, list.page + 1)} prefetch={false}>{m.moderation.older} ›</Link>}
        </nav>
      )}
    </Frame>
  )
}
