import { drawnLate, linesOf } from '@/components/reader/drawn-late'
import { listCommentAmins } from '@/lib/amin/queries'
import type { ThreadComment, ThreadPage } from '@/lib/comments/queries'
import { takesComments } from '@/lib/comments/rule'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { CommentForm } from './comment-form'
import { Thread } from './thread'
import { ThreadPages } from './thread-pages'

type Props = { post: Pick<PostView, 'id' | 'path' | 'commentsOpen' | 'commentRule' | 'commentsClose' | 'publishedAt'>; site: Site; thread: ThreadPage }

/** A page of a post's comments, and the form below them. */
export async function Comments({ post, site, thread }: Props) {
  const amins = site.amin ? await listCommentAmins(post.id) : undefined
  const isOpen = takesComments(post, site)
  if (!isOpen && thread.total === 0) return null
  const m = site.m.comments
  return (
    <section className="sheet" aria-labelledby="comments" {...drawnLate(around + thread.comments.reduce((sum, comment) => sum + heightOf(comment), 0))}>
      <h2 className="side head" id="comments">{m.title}</h2>
      <div>
        {thread.comments.length > 0 ? <Thread thread={thread} site={site} canReply={isOpen} amins={amins} /> : <p>{m.none}</p>}
        <ThreadPages thread={thread} path={post.path} site={site} />
        {isOpen ? <CommentForm site={site} values={{ postId: String(post.id) }} /> : <p className="note">{m.closed}</p>}
      </div>
    </section>
  )
}

/** Heading, pages and form, in rem. */
const around = 48

/** Of a comment with its answers, in rem. */
function heightOf({ body, replies }: ThreadComment): number {
  return 7 + linesOf(body ?? '') * 1.9 + replies.reduce((sum, reply) => sum + heightOf(reply), 0)
}
