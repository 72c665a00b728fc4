import type { Route } from 'next'
import Link from 'next/link'
import { Press } from '@/components/ui/press'
import { dayInZone } from '@/lib/clock'
import { count } from '@/lib/dates'
import { listLabelNames } from '@/lib/labels/queries'
import { can } from '@/lib/policy'
import { countPostsByStatus, findPostToEdit, listAuthors, listPlans, listPostsToEdit } from '@/lib/posts/admin-queries'
import { listQuery, readListParams } from '@/lib/posts/list-params'
import type { PostKind } from '@/lib/posts/schema'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { viewsByPost } from '@/lib/views/queries'
import { Frame } from './frame'
import { PostFilters } from './post-filters'
import { PostList } from './post-list'
import { NextOut } from './post-plan'
import type { TrashDeeds } from './post-trash'
import { Unsent } from './unsent'
import './post.css'

type Props = { kind: PostKind; query: unknown; deeds: Required<TrashDeeds> & { empty: TrashDeeds['restore'] } }

const pageSize = 20

/** The list of posts, or of static pages. */
export async function PostRoom({ kind, query, deeds }: Props) {
  const { viewer, locale, m: { posts: m, calendar } } = await requireViewer()
  const { filter, page, trashed } = readListParams(kind, query)
  const { timeZone } = await getSettings()
  const isEditor = can(viewer, 'post.assign')
  const [list, counts, plans, authors, labels, gone] = await Promise.all([
    listPostsToEdit(viewer, filter, page, pageSize), countPostsByStatus(viewer, kind), kind === 'post' ? listPlans(viewer, timeZone) : [],
    isEditor ? listAuthors() : [], kind === 'post' ? listLabelNames() : [], trashed ? findPostToEdit(viewer, trashed) : null,
  ])
  const views = await viewsByPost(list.posts.map(({ id }) => id))
  const base = kind === 'page' ? '/admin/halaman' : '/admin/tulisan'
  const wall = { m, locale, zone: timeZone, now: new Date() }
  const inTrash = filter.status === 'trashed'
  const mayEmpty = can(viewer, 'trash.empty')

  return (
    <Frame place={kind === 'post' ? 'posts' : 'more'}>
      <div className="top">
        <h1>{m.title[kind]}</h1>
        <div className="row">
          {kind === 'post' && <Link className="plain" href="/admin/kalender" prefetch={false}>{calendar.link}</Link>}
          <Link className="button" href={`${base}/baru` as Route}>{m.write[kind]}</Link>
        </div>
      </div>
      {gone?.status === 'trashed' && (
        <div className="note undo" role="status">
          <p>{m.done.trashed}</p>
          <Press action={deeds.restore} label={m.done.undo} values={{ id: gone.id, revision: gone.revision }} />
        </div>
      )}
      <Unsent userId={viewer.id} words={{ ...m.unsent, untitled: m.untitled }} />
      {kind === 'post' ? <NextOut plans={plans} today={dayInZone(wall.now, timeZone)} wall={wall} /> : <p className="lead">{m.pagesLead}</p>}
      <PostFilters base={base} filter={filter} counts={counts} authors={authors} labels={labels} m={m} locale={locale} />
      {inTrash && <p className="small said">{m.trashLead}</p>}
      {list.posts.length === 0
        ? <p className="lead">{inTrash ? m.noneTrashed : counts.all === 0 ? m.none[kind] : m.noneHere}</p>
        : <PostList posts={list.posts} views={views} wall={wall} withAuthor={isEditor && authors.length > 1} trash={inTrash ? { restore: deeds.restore, remove: mayEmpty ? deeds.remove : undefined } : undefined} />}
      {inTrash && mayEmpty && list.total > 0 && (
        <Press action={deeds.empty} label={m.emptyTrash} values={{ kind }} sure={m.reallyEmpty(count(counts.trashed, locale))} className="plain danger" />
      )}
      {list.pages > 1 && (
        <nav className="pages" aria-label={m.pages}>
          <span className="small">{m.range(count((list.page - 1) * pageSize + 1, locale), count(Math.min(list.page * pageSize, list.total), locale), count(list.total, locale))}</span>
          <span className="row">
            {list.page > 1 && <Link href={(base + listQuery(filter, list.page - 1)) as Route}>‹ {m.newer}</Link>}
            {list.page < list.pages && <Link href={(base + listQuery(filter, list.page + 1)) as Route}>{m.older} ›</Link>}
          </span>
        </nav>
      )}
    </Frame>
  )
}
