import { listThread } from '@/lib/comments/queries'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { CommentForm } from './comment-form'
import { Thread } from './thread'

/** The comments of a post and the form below them. */
export async function Comments({ post, site }: { post: Pick<PostView, 'id' | 'commentsOpen'>; site: Site }) {
  const thread = await listThread(post.id)
  const isOpen = post.commentsOpen && site.comments !== 'off'
  if (!isOpen && thread.length === 0) return null
  const m = site.m.comments
  return (
    <section className="sheet" aria-labelledby="comments">
      <h2 className="side head" id="comments">{m.title}</h2>
      <div>
        {thread.length > 0 ? <Thread thread={thread} site={site} canReply={isOpen} /> : <p>{m.none}</p>}
        {isOpen ? <CommentForm site={site} values={{ postId: String(post.id) }} /> : <p className="note">{m.closed}</p>}
      </div>
    </section>
  )
}
