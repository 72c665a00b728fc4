import { AnswerPage } from '@/components/comment/answer-page'
import { findCommentedPost } from '@/lib/comments/queries'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.comments.thanksTitle, robots: { index: false } }
}

export default async function ThanksPage({ searchParams }: PageProps<'/komentar/terima-kasih'>) {
  const site = await getSite()
  const post = await findCommentedPost(Number((await searchParams).post) || 0)
  return (
    <AnswerPage title={site.m.comments.thanksTitle} post={post} site={site}>
      <p className="note" role="status">{site.m.comments.held}</p>
    </AnswerPage>
  )
}
