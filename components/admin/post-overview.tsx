import type { Route } from 'next'
import Link from 'next/link'
import { Title } from '@/components/reader/title'
import { count } from '@/lib/dates'
import type { PostRow } from '@/lib/posts/admin-queries'
import { PostState } from './post-state'
import { nearTime, type Wall } from './post-time'

type Read = { id: number; kind: 'post' | 'page'; title: string; views: number }

/** The most read, each with a line as long as its part of the first. */
export function MostRead({ posts, wall: { m, locale }, to = 'editor' }: { posts: Read[]; wall: Wall; to?: 'editor' | 'figures' }) {
  const most = posts[0]?.views ?? 1
  return (
    <table className="rank">
      <thead className="hidden"><tr><th scope="col">{m.column.pageTitle}</th><th scope="col" aria-hidden="true" /><th scope="col">{m.column.readers}</th></tr></thead>
      <tbody>
        {posts.map(({ id, kind, title, views }) => (
          <tr key={id}>
            <th scope="row"><Link href={to === 'editor' ? editorPath(kind, id) : (`/admin/angka/${id}` as Route)} prefetch={false}><Title untitled={m.untitled}>{title}</Title></Link></th>
            <td className="bar-cell" aria-hidden="true"><i style={{ width: `${Math.round((100 * views) / most)}%` }} /></td>
            <td>{count(views, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Drafts and posts handed in. */
export function Unfinished({ posts, wall }: { posts: PostRow[]; wall: Wall }) {
  const { m } = wall
  return (
    <ul className="rows unfinished">
      {posts.map(({ id, kind, title, status, updatedAt }) => (
        <li key={id}>
          <Link href={editorPath(kind, id)} prefetch={false}><Title untitled={m.untitled}>{title}</Title></Link>
          <span className="small"><PostState status={status} m={m} /> · {m.changed(nearTime(updatedAt, wall))}</span>
        </li>
      ))}
    </ul>
  )
}

function editorPath(kind: 'post' | 'page', id: number): Route {
  return `/admin/${kind === 'page' ? 'halaman' : 'tulisan'}/${id}` as Route
}
