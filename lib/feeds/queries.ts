import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { isPublic, searchWords } from '@/lib/posts/queries'
import type { FeedRequest, TimeRange } from './request'

const pictureSelect = { id: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect
const personSelect = { name: true, slug: true, state: true, picture: { select: pictureSelect } } satisfies Prisma.UserSelect

const postSelect = {
  id: true, externalId: true, kind: true, path: true, title: true, natsRef: true, natsText: true, bacaan: true, doa: true, pertanyaan: true,
  lagu: true, body: true, snippet: true,
  description: true, lang: true, publishedAt: true, updatedAt: true,
  author: { select: personSelect },
  coauthors: { orderBy: [{ position: 'asc' }, { userId: 'asc' }], select: { user: { select: personSelect } } },
  cover: { select: pictureSelect },
  labels: { select: { label: { select: { name: true } } } },
} satisfies Prisma.PostSelect

const commentSelect = {
  id: true, externalId: true, name: true, body: true, createdAt: true, user: { select: personSelect },
  parent: { select: { id: true, externalId: true, status: true } },
  post: { select: { id: true, externalId: true, path: true, title: true, lang: true } },
} satisfies Prisma.CommentSelect

export type PostRow = Prisma.PostGetPayload<{ select: typeof postSelect }> & { commentCount: number }
export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>
type Page<T> = { rows: T[]; total: number }

/** The public post or page that has this number, Blogger's or our own. */
export async function findPostByNumber(number: string): Promise<{ id: number; path: string; title: string; lang: string } | null> {
  const select = { id: true, path: true, title: true, lang: true } as const
  const row = (await db.post.findFirst({ where: { externalId: number, ...isPublic }, select })) ?? (await db.post.findFirst({ where: { id: ownId(number), ...isPublic }, select }))
  return row && { ...row, path: row.path! }
}

/** One page of the public posts or pages that are asked for, and how many there are. */
export async function listFeedPosts(request: FeedRequest): Promise<Page<PostRow>> {
  const { rows, total } = request.labels.length ? await listUnderLabel(request) : await listAll(request)
  const counts = await countComments(rows.map(({ id }) => id))
  return { total, rows: rows.map((row) => ({ ...row, commentCount: counts.get(row.id) ?? 0 })) }
}

async function listAll(request: FeedRequest) {
  const where: Prisma.PostWhereInput = {
    kind: request.of === 'pages' ? 'page' : 'post', ...isPublic, ...(await numbered(request.entry)),
    publishedAt: within(request.published), ...filters(request),
  }
  const total = await db.post.count({ where })
  const by = request.orderBy === 'updated' ? 'updatedAt' : 'publishedAt'
  const rows = await db.post.findMany({ where, orderBy: [{ [by]: 'desc' }, { id: 'desc' }], ...slice(request), select: postSelect })
  return { rows, total }
}

/** The index of the first label gives the order; more labels only leave out. */
async function listUnderLabel(request: FeedRequest) {
  const labels = await db.label.findMany({ where: { name: { in: request.labels } }, select: { id: true } })
  if (labels.length < new Set(request.labels).size) return { rows: [], total: 0 }
  const [first, ...others] = labels
  const where: Prisma.PostLabelWhereInput = {
    labelId: first!.id,
    listedAt: { not: null, ...within(request.published) },
    post: filters(request, others.map(({ id }) => ({ labels: { some: { labelId: id } } }))),
  }
  const total = await db.postLabel.count({ where })
  const orderBy: Prisma.PostLabelOrderByWithRelationInput[] =
    request.orderBy === 'updated' ? [{ post: { updatedAt: 'desc' } }, { postId: 'desc' }] : [{ listedAt: 'desc' }, { postId: 'desc' }]
  const rows = await db.postLabel.findMany({ where, orderBy, ...slice(request), select: { post: { select: postSelect } } })
  return { rows: rows.map(({ post }) => post), total }
}

/** Visible comments on public posts, newest first. */
export async function listFeedComments(request: FeedRequest, postId: number | null): Promise<Page<CommentRow>> {
  const where: Prisma.CommentWhereInput = {
    status: 'visible', createdAt: within(request.published),
    ...(postId === null ? { post: isPublic } : { postId }),
    ...(request.entry !== null && { OR: [{ externalId: request.entry }, { id: ownId(request.entry) }] }),
  }
  const total = await db.comment.count({ where })
  const rows = await db.comment.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...slice(request), select: commentSelect })
  return { rows, total }
}

/** Apart from the posts: a count beside each post would read all comments of the blog. */
async function countComments(postIds: number[]): Promise<Map<number, number>> {
  if (postIds.length === 0) return new Map()
  const counts = await db.comment.groupBy({ by: ['postId'], where: { postId: { in: postIds }, status: 'visible' }, _count: true })
  return new Map(counts.map(({ postId, _count }) => [postId, _count]))
}

async function numbered(number: string | null): Promise<{ id?: number }> {
  return number === null ? {} : { id: (await findPostByNumber(number))?.id ?? -1 }
}

function filters({ updated, words }: FeedRequest, more: Prisma.PostWhereInput[] = []): Prisma.PostWhereInput {
  return { updatedAt: within(updated), AND: [...searchWords(words).map((word) => ({ searchText: { contains: word } })), ...more] }
}

function within({ from, to }: TimeRange): { gte?: Date; lt?: Date } | undefined {
  return from || to ? { gte: from ?? undefined, lt: to ?? undefined } : undefined
}

function slice({ start, take }: FeedRequest) {
  return { skip: start - 1, take }
}

/** -1, which no row has, for a number that is none of ours. */
function ownId(number: string): number {
  const id = Number(number)
  return id <= 2_147_483_647 ? id : -1
}
