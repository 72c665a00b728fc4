import { db } from '@/lib/db/client'
import { arrange, paginate, type Place, type ThreadOrder } from './arrange'
import { nest, type ThreadComment } from './thread'

export type { ThreadComment } from './thread'

export type ThreadPage = { comments: ThreadComment[]; /** Visible ones, on all pages. */ total: number; page: number; pages: number }
type Shape = { order: ThreadOrder; perPage: number }

const rowSelect = { id: true, parentId: true, status: true, name: true, body: true, userId: true, externalId: true, createdAt: true } as const

/** A page of a post's comments, from 1, in three levels. */
export async function listThread(postId: number, { page = 1, ...shape }: Shape & { page?: number }): Promise<ThreadPage> {
  const { pages, total } = await pagesOf(postId, shape)
  const places = pages[page - 1] ?? []
  const ids = places.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]))
  const rows = await db.comment.findMany({ where: { id: { in: [...new Set(ids)] } }, select: rowSelect })
  return { comments: nest(places, new Map(rows.map((row) => [row.id, row]))), total, page, pages: pages.length }
}

export async function countThreadPages(postId: number, shape: Shape): Promise<number> {
  return (await pagesOf(postId, shape)).pages.length
}

/**
 * The page that a comment stands on now, from 1; null when readers see no such comment there.
 * @param number its id where it came from, or ours
 */
export async function findThreadPage(postId: number, number: string, shape: Shape): Promise<number | null> {
  const select = { id: true } as const
  const id = Number(number) <= 2_147_483_647 ? Number(number) : -1
  const row = (await db.comment.findFirst({ where: { externalId: number, postId }, select })) ?? (await db.comment.findFirst({ where: { id, postId }, select }))
  if (!row) return null
  const { pages } = await pagesOf(postId, shape)
  return pages.findIndex((places) => places.some((place) => place.id === row.id)) + 1 || null
}

/** Visible comments of each of these posts; one without any is not in the map. */
export async function countComments(postIds: number[]): Promise<Map<number, number>> {
  if (postIds.length === 0) return new Map()
  const counts = await db.comment.groupBy({ by: ['postId'], where: { postId: { in: postIds }, status: 'visible' }, _count: true })
  return new Map(counts.map(({ postId, _count }) => [postId, _count]))
}

/** The comment that somebody answers without script, with its post. */
export async function findAnswerable(id: number) {
  return db.comment.findFirst({
    where: { id, status: 'visible', post: { status: 'published' } },
    select: { id: true, name: true, body: true, post: { select: { id: true, path: true, title: true, commentsOpen: true, commentRule: true, commentsClose: true, publishedAt: true } } },
  })
}

/** A public post that a comment was for. */
export async function findCommentedPost(id: number) {
  return db.post.findFirst({ where: { id, status: 'published' }, select: { id: true, path: true, title: true } })
}

/** The order needs all of them, but nothing of what they say. */
async function pagesOf(postId: number, { order, perPage }: Shape): Promise<{ pages: Place[][]; total: number }> {
  const nodes = await db.comment.findMany({
    where: { postId, OR: [{ status: 'visible' }, { replies: { some: {} } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, parentId: true, status: true },
  })
  return { pages: paginate(arrange(nodes, order), perPage), total: nodes.filter(({ status }) => status === 'visible').length }
}
