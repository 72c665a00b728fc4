import { notFound } from 'next/navigation'
import { AnswerPage } from '@/components/comment/answer-page'
import { OwnForm } from '@/components/comment/own-form'
import { ownPage } from '@/lib/comments/own-page'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.comments.own.title, robots: { index: false, follow: false }, referrer: 'no-referrer' as const }
}

/** What a link to one's own comment opens; the address itself leads nowhere. */
export default async function OwnCommentPage() {
  const page = ownPage()
  if (!page) notFound()
  const site = await getSite()
  const m = site.m.comments.own
  const post = page.state === 'dead' ? null : page.comment
  return (
    <AnswerPage title={page.state === 'deleted' ? m.deletedTitle : m.title} post={post} site={site}>
      {page.state === 'dead' && <p className="note" role="status">{m.dead}</p>}
      {page.state === 'deleted' && <p className="note" role="status" data-own={JSON.stringify({ id: page.comment.id })}>{m.deleted}</p>}
      {page.state === 'open' && <OwnForm page={page} site={site} />}
    </AnswerPage>
  )
}
