import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import '@/components/admin/post.css'
import { PostState } from '@/components/admin/post-state'
import { AuthorsForm } from '@/components/admin/review/authors-form'
import { Decision } from '@/components/admin/review/decision'
import { Notes } from '@/components/admin/review/notes'
import { Title } from '@/components/reader/title'
import { dayInZone, isoDay, zoneName } from '@/lib/clock'
import { can } from '@/lib/policy'
import { listAuthors } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { findReview } from '@/lib/reviews/queries'
import { authorWords, decisionWords } from '@/lib/reviews/words'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.review.title }
}

/** One post among those who work on it: what was said, what is decided, whose names stand over it. */
export default async function ReviewPage({ params }: PageProps<'/admin/tinjauan/[id]'>) {
  const { viewer, locale, m } = await requireViewer()
  const id = Number((await params).id)
  const found = await findReview(viewer, id)
  if (!found) notFound()
  const { post, notes } = found
  const [{ timeZone }, people] = await Promise.all([getSettings(), listAuthors()])
  const wall = { m: m.posts, locale, zone: timeZone, now: new Date() }
  const words = m.review
  return (
    <Frame place="posts">
      <p><Link className="plain bare back" href={'/admin/tinjauan' as Route} prefetch={false}>‹ {words.title}</Link></p>
      <h1><Title untitled={m.posts.untitled}>{post.title}</Title></h1>
      <p className="small"><PostState status={post.status} m={m.posts} /> · {words.by(post.authors.map(({ name }) => name).join(', '))}</p>
      <div className="row after">
        <a className="plain" href={`/pratinjau/${id}`} target="_blank" rel="noopener">{words.preview}</a>
        <Link className="plain" href={`/admin/${post.kind === 'page' ? 'halaman' : 'tulisan'}/${id}` as Route} prefetch={false}>{words.edit}</Link>
      </div>
      <section className="block" aria-labelledby="catatan">
        <h2 id="catatan">{words.notes}</h2>
        <p className="small said">{words.notesLead}</p>
        <Notes id={id} notes={notes} viewer={viewer} m={m} wall={wall} />
      </section>
      {post.status === 'review' && can(viewer, 'post.review') && (
        <section className="block" aria-labelledby="keputusan">
          <h2 id="keputusan">{words.decide}</h2>
          <Decision post={{ id, revision: post.revision }} tomorrow={isoDay(dayInZone(wall.now, timeZone) + 1)} words={{ ...decisionWords(m), time: words.time(zoneName(timeZone)) }} />
        </section>
      )}
      {post.kind === 'post' && can(viewer, 'post.share', post) && (
        <section className="block" aria-labelledby="penulis">
          <h2 id="penulis">{words.authors}</h2>
          <p className="small said">{words.authorsLead}</p>
          <AuthorsForm id={id} first={post.authors[0]!.name} chosen={post.coauthors.map(({ userId }) => userId)} people={people.filter((person) => person.id !== post.authorId)} words={authorWords(m)} />
        </section>
      )}
    </Frame>
  )
}
