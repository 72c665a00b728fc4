import { notFound } from 'next/navigation'
import { AnswerPage } from '@/components/comment/answer-page'
import { CommentForm } from '@/components/comment/comment-form'
import { findCommentedPost } from '@/lib/comments/queries'
import { refusedComment } from '@/lib/comments/refused'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.comments.notSent, robots: { index: false } }
}

/** A comment that was not accepted, with everything typed; the address itself leads nowhere. */
export default async function RefusedPage() {
  const refused = refusedComment()
  if (!refused) notFound()
  const site = await getSite()
  const post = await findCommentedPost(Number(refused.values.postId) || 0)
  const typed = Object.values(refused.values).some(Boolean)
  return (
    <AnswerPage title={site.m.comments.notSent} post={post} site={site}>
      {typed ? (
        <CommentForm site={site} values={refused.values} refused={refused} />
      ) : (
        <p className="note galat" role="alert">{site.m.comments.wrong[refused.reason ?? 'unreadable']}</p>
      )}
    </AnswerPage>
  )
}
