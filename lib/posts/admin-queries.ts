import { dayInZone, type Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { can, editableBy, writtenBy } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { listIds } from './admin-order'
import { contentOf, contentSelect, findWorking, writtenContent } from './content'
import type { PostKind, PostStatus } from './schema'

/** What a list in the admin area is narrowed to; empty means everything outside the trash. */
export type PostFilter = { kind: PostKind; status?: PostStatus; query?: string; authorId?: number; label?: string }

const rowSelect = {
  workingRevision: true, id: true, kind: true, status: true, title: true, natsRef: true, path: true, revision: true, updatedAt: true,
  publishedAt: true, scheduledAt: true, trashedAt: true, trashedFrom: true, authorId: true, author: { select: { name: true } },
  coauthors: { orderBy: [{ position: 'asc' }, { userId: 'asc' }], select: { userId: true, user: { select: { name: true } } } },
} satisfies Prisma.PostSelect

export type PostRow = Prisma.PostGetPayload<{ select: typeof rowSelect }>

/**
 * Posts this viewer works on, the latest first by the time that the list shows: when it comes out, came out, or,
 * unfinished, was changed.
 */
export async function listPostsToEdit(viewer: Viewer, filter: PostFilter, page: number, take: number) {
  const where = toWhere(viewer, filter)
  const [total, ids] = await Promise.all([db.post.count({ where }), listIds(where, filter.status, page, take)])
  const rows = await db.post.findMany({ where: { id: { in: ids } }, select: rowSelect })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { posts: ids.flatMap((id) => byId.get(id) ?? []), page, total, pages: Math.max(1, Math.ceil(total / take)) }
}

/** How many posts of a kind are in each state, for the words above the list; `all` without the trash. */
export async function countPostsByStatus(viewer: Viewer, kind: PostKind): Promise<Record<PostStatus | 'all', number>> {
  const rows = await db.post.groupBy({ by: ['status'], where: { kind, ...editableBy(viewer) }, _count: true })
  const counts = { all: 0, draft: 0, review: 0, scheduled: 0, published: 0, withdrawn: 0, trashed: 0 }
  for (const { status, _count } of rows) counts[status] = _count
  for (const { status, _count } of rows) if (status !== 'trashed') counts.all += _count
  return counts
}

const editSelect = {
  ...rowSelect, ...contentSelect, publishedDay: true, lang: true, workingRevision: true,
  cover: { select: { id: true, width: true, height: true, widths: true, alt: true } },
} satisfies Prisma.PostSelect

export type PostToEdit = Omit<Prisma.PostGetPayload<{ select: typeof editSelect }>, 'labels' | 'workingRevision'> & { labels: string[]; isAhead: boolean }

/** A post for the editor, as it was written last; null when `viewer` may not see it. */
export async function findPostToEdit(viewer: Viewer, id: number): Promise<PostToEdit | null> {
  const row = await db.post.findUnique({ where: { id }, select: editSelect })
  if (!row || !can(viewer, 'post.view', row)) return null
  const { workingRevision, ...post } = row
  const working = workingRevision === null ? null : await findWorking(db, id, workingRevision)
  if (!working) return { ...post, ...contentOf(row), isAhead: false }
  const cover = working.coverId === row.coverId ? row.cover : await findCover(working.coverId)
  return { ...post, ...working, cover, isAhead: true }
}

async function findCover(id: number | null) {
  return id === null ? null : db.media.findUnique({ where: { id }, select: editSelect.cover.select })
}

export type Plan = { id: number; title: string; scheduledAt: Date; day: Day; isMine: boolean }

/**
 * What is planned from now on, by hour. Somebody who may not see a post learns that its day is taken,
 * and no more: title is empty and `isMine` false.
 */
export async function listPlans(viewer: Viewer, zone: string): Promise<Plan[]> {
  const rows = await db.post.findMany({
    where: { kind: 'post', status: 'scheduled' }, orderBy: [{ scheduledAt: 'asc' }, { id: 'asc' }], take: 60,
    select: { id: true, title: true, scheduledAt: true, authorId: true, coauthors: { select: { userId: true } } },
  })
  return rows.map(({ id, title, scheduledAt, authorId, coauthors }) => {
    const isMine = can(viewer, 'post.view', { authorId, coauthors })
    return { id, title: isMine ? title : '', scheduledAt: scheduledAt!, day: dayInZone(scheduledAt!, zone), isMine }
  })
}

/** Whether something public already came out on `day`. */
export async function isDayTaken(day: Day): Promise<boolean> {
  return (await db.post.count({ where: { kind: 'post', status: 'published', publishedDay: day }, take: 1 })) > 0
}

/** Drafts and posts handed in, what was touched last first. */
export async function listUnfinished(viewer: Viewer, take: number): Promise<PostRow[]> {
  return db.post.findMany({
    where: { status: { in: ['draft', 'review'] }, ...editableBy(viewer) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take, select: rowSelect,
  })
}

/** Titles of posts by id, for lists of figures that were narrowed to what one may see already. */
export async function findTitles(ids: number[]): Promise<Map<number, { id: number; kind: PostKind; title: string }>> {
  const rows = await db.post.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true, title: true } })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Static pages outside the trash, for the menu. */
export async function listStaticPages(): Promise<{ id: number; title: string; status: PostStatus; path: string | null }[]> {
  return db.post.findMany({
    where: { kind: 'page', status: { not: 'trashed' } }, orderBy: { title: 'asc' }, take: 200, select: { id: true, title: true, status: true, path: true },
  })
}

/** People whose name can stand over a post, for filters and for giving a post to somebody else. */
export async function listAuthors(): Promise<{ id: number; name: string }[]> {
  const rows = await db.user.findMany({ where: { state: { not: 'removed' } }, orderBy: { name: 'asc' }, take: 200, select: { id: true, name: true } })
  return rows
}

/** The post as it stands for somebody who had it open before: what is written, by whom and when. */
export async function findStanding(viewer: Viewer, id: number) {
  const row = await db.post.findUnique({ where: { id }, select: standingSelect })
  if (!row || !can(viewer, 'post.view', row)) return null
  const { revisions: [last], updatedAt, workingRevision, coauthors: _, ...post } = row
  const content = await writtenContent(db, id)
  return { post: { ...post, isAhead: workingRevision !== null }, content, name: last?.user?.name ?? null, at: last?.createdAt ?? updatedAt }
}

const standingSelect = {
  id: true, kind: true, status: true, trashedFrom: true, revision: true, slug: true, path: true, publishedAt: true, scheduledAt: true,
  authorId: true, coauthors: { select: { userId: true } }, updatedAt: true, workingRevision: true,
  revisions: { orderBy: { revision: 'desc' }, take: 1, select: { createdAt: true, user: { select: { name: true } } } },
} satisfies Prisma.PostSelect

function toWhere(viewer: Viewer, { kind, status, query, authorId, label }: PostFilter): Prisma.PostWhereInput {
  const words = (query ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  return {
    AND: [
      editableBy(viewer),
      { kind, status: status ?? { not: 'trashed' } },
      ...(authorId ? [writtenBy(authorId)] : []),
      ...(label ? [{ labels: { some: { label: { name: label } } } }] : []),
      ...words.map((word) => ({ searchText: { contains: word } })),
    ],
  }
}
