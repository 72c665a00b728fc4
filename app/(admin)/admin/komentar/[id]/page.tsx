import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { CommentQueue } from '@/components/admin/queue/comment-queue'
import { Conversation } from '@/components/admin/queue/conversation'
import '@/components/admin/queue/queue.css'
import { findInContext } from '@/lib/comments/queue'
import { queueAddress } from '@/lib/comments/queue-params'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.moderation.title }
}

/** One comment where it stands: under which post, what it answers, what answers it. */
export default async function CommentPage({ params }: PageProps<'/admin/komentar/[id]'>) {
  const { viewer, locale, m } = await requireViewer()
  const id = Number((await params).id)
  const found = Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? await findInContext(viewer, id) : null
  if (!found) notFound()
  const { comment, post, above, replies } = found
  const { timeZone: zone } = await getSettings()
  const words = m.moderation
  const shared = { words, locale, zone }
  return (
    <Frame place="comments">
      <p className="small"><Link className="plain bare back" href={queueAddress(comment.status, {}) as Route} prefetch={false}>‹ {words.inContext.back}</Link></p>
      <h1>{words.inContext.title(comment.name)}</h1>
      <p className="small">{words.queues[comment.status]}</p>
      <section className="block" aria-labelledby="tulisan">
        <h2 id="tulisan">{words.inContext.post}: {post.title || m.reader.untitled}</h2>
        {post.natsRef && <p className="small">{post.natsRef}</p>}
        <p className="excerpt">{post.snippet}</p>
      </section>
      {above.length > 0 && <Conversation title={words.inContext.above} lines={above} {...shared} />}
      <CommentQueue comments={[comment]} m={m} locale={locale} zone={zone} mayBlock={can(viewer, 'comment.block')} stays />
      {replies.length > 0 && <Conversation title={words.inContext.below} lines={replies} {...shared} />}
    </Frame>
  )
}
