import { notFound } from 'next/navigation'
import { AnswerPage } from '@/components/comment/answer-page'
import { CommentForm } from '@/components/comment/comment-form'
import { findAnswerable } from '@/lib/comments/queries'
import { takesComments } from '@/lib/comments/rule'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.comments.reply, robots: { index: false } }
}

/** Answering a comment without script. */
export default async function ReplyPage({ searchParams }: PageProps<'/komentar/balas'>) {
  const comment = await findAnswerable(Number((await searchParams).ke) || 0)
  if (!comment) notFound()
  const site = await getSite()
  return (
    <AnswerPage title={site.m.comments.replyTo(comment.name)} post={comment.post} site={site}>
      <blockquote className="note">{comment.body}</blockquote>
      {takesComments(comment.post, site) ? <CommentForm site={site} values={{ postId: String(comment.post.id), parentId: String(comment.id) }} answering={comment.name} /> : <p className="note">{site.m.comments.closed}</p>}
    </AnswerPage>
  )
}
