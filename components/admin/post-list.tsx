import type { Route } from 'next'
import Link from 'next/link'
import { Title } from '@/components/reader/title'
import { authorsOf } from '@/lib/posts/authors-select'
import { dayInZone, zoneName } from '@/lib/clock'
import { count, shortDate } from '@/lib/dates'
import type { PostRow } from '@/lib/posts/admin-queries'
import { trashDays } from '@/lib/posts/trash'
import { PostState } from './post-state'
import { nearTime, type Wall } from './post-time'
import { TrashActions, type TrashDeeds } from './post-trash'

type Props = {
  posts: PostRow[]
  views: Map<number, number>
  wall: Wall
  /** Whether others' names matter. */
  withAuthor: boolean
  trash?: TrashDeeds
}

/** A list of posts or pages: a table, lines on a phone. */
export function PostList({ posts, views, wall, withAuthor, trash }: Props) {
  const { m, zone, locale } = wall
  const isPages = posts[0]?.kind === 'page'
  return (
    <table className="posts">
      <thead>
        <tr>
          <th scope="col">{isPages ? m.column.pageTitle : m.column.title}</th>
          <th scope="col">{m.column.state}</th>
          <th scope="col">{m.column.time(zoneName(zone))}</th>
          <th scope="col" className="num">{trash ? m.column.actions : m.column.readers}</th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.id}>
            <td className="name">
              <Link href={`/admin/${isPages ? 'halaman' : 'tulisan'}/${post.id}` as Route} prefetch={false}><Title untitled={m.untitled}>{post.title}</Title></Link>
              <span className="small">{[!isPages && (post.natsRef || m.noNats), withAuthor && m.by(authorsOf(post).map(({ name }) => name).join(', '))].filter(Boolean).join(' · ')}</span>
            </td>
            <td><PostState status={post.trashedFrom ?? post.status} m={m} />{post.status === 'published' && post.workingRevision !== null && <span className="small ahead">{m.ahead}</span>}</td>
            <td>{timeOf(post)}</td>
            <td className={trash ? 'acts' : 'num'} data-unit={m.readers}>
              {trash ? <TrashActions post={post} m={m} deeds={trash} /> : post.publishedAt && count(views.get(post.id) ?? 0, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function timeOf(post: PostRow): string {
    if (post.status === 'scheduled') return nearTime(post.scheduledAt!, wall)
    if (post.status === 'published') return nearTime(post.publishedAt!, wall)
    if (post.status === 'trashed' && post.trashedAt) return m.goesOn(shortDate(dayInZone(post.trashedAt, zone) + trashDays, locale))
    return m.changed(nearTime(post.updatedAt, wall))
  }
}
