import type { Route } from 'next'
import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import '@/components/admin/post.css'
import { nearTime } from '@/components/admin/post-time'
import { Title } from '@/components/reader/title'
import { requireViewer } from '@/lib/require-viewer'
import { listHandedIn } from '@/lib/reviews/queries'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.review.title }
}

/** What was handed in and waits for an editor. */
export default async function ReviewsPage() {
  const { viewer, locale, m } = await requireViewer()
  const [posts, { timeZone }] = await Promise.all([listHandedIn(viewer), getSettings()])
  const wall = { m: m.posts, locale, zone: timeZone, now: new Date() }
  return (
    <Frame place="posts">
      <h1>{m.review.title}</h1>
      <p className="lead">{posts.length ? m.review.lead : m.review.none}</p>
      {posts.length > 0 && (
        <ul className="rows unfinished">
          {posts.map(({ id, title, authors, updatedAt }) => (
            <li key={id}>
              <Link href={`/admin/tinjauan/${id}` as Route} prefetch={false}><Title untitled={m.posts.untitled}>{title}</Title></Link>
              <span className="small">{m.review.by(authors.map(({ name }) => name).join(', '))} · {m.review.handedIn(nearTime(updatedAt, wall))}</span>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
