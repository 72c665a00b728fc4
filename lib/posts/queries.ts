import { db } from '@/lib/db/client'
import { findRows } from '@/lib/db/direct'
import type { Tx } from '@/lib/db/transaction'
import { dayFromParts, partsOfDay, type Day } from '@/lib/clock'
import { toPicture, type Picture } from '@/lib/media/markup'
import type { Elsewhere } from '@/lib/remote-pictures/show'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import { writtenBy } from '@/lib/policy'
import { authorsOf, authorsSelect, type Writer } from './authors-select'

/** The only condition for a post that everybody may see. */
export const isPublic = { status: 'published' } as const

const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.PostOrderByWithRelationInput[]

const lineSelect = {
  id: true, path: true, title: true, natsRef: true, publishedDay: true, publishedAt: true, snippet: true,
} satisfies Prisma.PostSelect

const pictureSelect = { id: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect

const coverSelect = { coverAlt: true, cover: { select: pictureSelect } } satisfies Prisma.PostSelect

const postSelect = {
  ...lineSelect, ...coverSelect,
  kind: true, natsText: true, bacaan: true, doa: true, pertanyaan: true, lagu: true, body: true, description: true, lang: true, commentsOpen: true, commentRule: true, commentsClose: true, updatedAt: true,
  ...authorsSelect,
  labels: { select: { label: { select: { name: true } } } },
  media: { select: { media: { select: pictureSelect } } },
  remote: { select: { remote: { select: { url: true, state: true } } } },
} satisfies Prisma.PostSelect

type LineRow = Prisma.PostGetPayload<{ select: typeof lineSelect }>
type PostRow = Prisma.PostGetPayload<{ select: typeof postSelect }>

type CardRow = Prisma.PostGetPayload<{ select: typeof lineSelect & typeof coverSelect }>

/** What a public post always has. */
type Published = { path: string; publishedAt: Date; publishedDay: Day }

/** A post as a list shows it. */
export type PostLine = Omit<LineRow, keyof Published> & Published
/** The same with its cover. */
export type PostCard = PostLine & Covered
export type PostView = Omit<PostRow, keyof Published | 'labels' | 'media' | 'remote' | 'cover' | 'author' | 'coauthors'> & Published & Covered & { authors: Writer[]; labels: string[]; pictures: Picture[]; elsewhere: Elsewhere[] }
type Covered = { cover: Picture | null; coverAlt: string }

export type PostPage<T = PostLine> = { posts: T[]; page: number; pages: number; total: number }

/** The public post or page at `path`, spelt exactly so. */
export async function findPublishedPost(path: string): Promise<PostView | null> {
  const row = await db.post.findFirst({ where: { pathKey: path.toLowerCase(), path, ...isPublic }, select: postSelect })
  return row && toPostView(row)
}

/** The newest public post, whole. */
export async function findNewestPost(): Promise<PostView | null> {
  const row = await db.post.findFirst({ where: { kind: 'post', ...isPublic }, orderBy: newestFirst, select: postSelect })
  return row && toPostView(row)
}

/** @param page from 1 */
export async function listPosts(page: number, take: number): Promise<PostPage> {
  return listPage({ kind: 'post', ...isPublic }, page, take)
}

/** Posts of a year, a month or a day; month and day from 1, null for all. Null when there is no such date. */
export async function listPostsByDate(
  date: { year: number; month: number | null; day: number | null }, page: number, take: number,
): Promise<PostPage | null> {
  const days = dayRange(date)
  if (!days) return null
  return listPage({ kind: 'post', ...isPublic, publishedDay: { gte: days.from, lt: days.to } }, page, take)
}

export async function listPostsByAuthor(authorId: number, page: number, take: number): Promise<PostPage> {
  // Most people write alone: then one index gives the order.
  const isAlone = (await db.postAuthor.count({ where: { userId: authorId }, take: 1 })) === 0
  return listPage({ kind: 'post', ...isPublic, ...(isAlone ? { authorId } : writtenBy(authorId)) }, page, take)
}

/** Posts with exactly this label, null when no label has that name. */
export async function listPostsByLabel(name: string, page: number, take: number): Promise<PostPage | null> {
  const label = await db.label.findUnique({ where: { name }, select: { id: true } })
  if (!label) return null
  const where = { labelId: label.id, listedAt: { not: null } }
  const total = await db.postLabel.count({ where })
  const rows = await db.postLabel.findMany({
    where, orderBy: [{ listedAt: 'desc' }, { postId: 'desc' }], skip: (page - 1) * take, take, select: { post: { select: lineSelect } },
  })
  return toPage(rows.map((row) => row.post), page, take, total)
}

/** Posts that contain every word of `query` in title, nats or body. */
export async function searchPosts(query: string, page: number, take: number): Promise<PostPage> {
  const words = searchWords(query)
  if (words.length === 0) return { posts: [], page, pages: 0, total: 0 }
  return listPage({ ...isPublic, AND: words.map((word) => ({ searchText: { contains: word } })) }, page, take)
}

/** At most eight words, in lower case. */
export function searchWords(query: string): string[] {
  return query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
}

/** The public posts right before and after this one in time. */
export async function findNeighbours(post: Pick<PostLine, 'id' | 'publishedAt'>, from: Pick<Tx, 'post'> = db) {
  const at = post.publishedAt
  // Told twice, since an index is entered by a bound of its own and not by either of two.
  const [older, newer] = await Promise.all([
    from.post.findFirst({
      where: { kind: 'post', ...isPublic, publishedAt: { lte: at }, OR: [{ publishedAt: { lt: at } }, { publishedAt: at, id: { lt: post.id } }] },
      orderBy: newestFirst, select: lineSelect,
    }),
    from.post.findFirst({
      where: { kind: 'post', ...isPublic, publishedAt: { gte: at }, OR: [{ publishedAt: { gt: at } }, { publishedAt: at, id: { gt: post.id } }] },
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }], select: lineSelect,
    }),
  ])
  return { older: older && toLine(older), newer: newer && toLine(newer) }
}

/** Public posts per year, newest year first. */
export async function countPostsByYear(): Promise<{ year: number; months: { month: number; posts: number }[]; posts: number }[]> {
  const days = await findRows<{ day: number; posts: number }>(Prisma.sql`
    SELECT "publishedDay" AS "day", COUNT(*) AS "posts" FROM "Post" WHERE "kind" = 'post' AND "status" = 'published'
    GROUP BY "publishedDay"`)
  const years = new Map<number, Map<number, number>>()
  for (const { day, posts } of days) {
    const { year, month } = partsOfDay(Number(day))
    const months = years.get(year) ?? new Map<number, number>()
    months.set(month, (months.get(month) ?? 0) + Number(posts))
    years.set(year, months)
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, months]) => ({
    year,
    months: [...months].sort(([a], [b]) => b - a).map(([month, posts]) => ({ month, posts })),
    posts: [...months.values()].reduce((sum, posts) => sum + posts, 0),
  }))
}

/** Labels that public posts have, by name. */
export async function listLabelsInUse(): Promise<{ name: string; posts: number }[]> {
  const labels = await findRows<{ name: string; posts: number }>(Prisma.sql`
    SELECT l."name", COUNT(*) AS "posts" FROM "Label" l JOIN "PostLabel" p ON p."labelId" = l."id"
    WHERE p."listedAt" IS NOT NULL GROUP BY l."id"`)
  return labels.map(({ name, posts }) => ({ name, posts: Number(posts) })).sort((a, b) => byName.compare(a.name, b.name))
}

const byName = new Intl.Collator('id')

/** Somebody who has an author page: whoever has a public post, or is active. */
export async function findAuthor(slug: string): Promise<Author | null> {
  const row = await db.user.findFirst({
    where: { slug, OR: [{ state: 'active' }, { posts: { some: isPublic } }, { coauthored: { some: { post: isPublic } } }] },
    select: { id: true, name: true, bio: true, state: true, picture: { select: { ...pictureSelect, alt: true } } },
  })
  if (!row) return null
  const { id, name, bio, state, picture } = row
  // The picture of somebody who left is not public any more.
  return { id, name, bio, picture: picture && state === 'active' ? { ...toPicture(picture), alt: picture.alt } : null }
}

export type Author = { id: number; name: string; bio: string; picture: (Picture & { alt: string }) | null }

/** Those of these that are public, in this order; `take`: the first so many. */
export async function listPostsById(ids: number[], take = ids.length): Promise<PostCard[]> {
  // Almost always those are the first so many of all; each row that is read takes the disk's pages of a long text.
  const cards = await readCards(ids.slice(0, take))
  return cards.length < Math.min(take, ids.length) ? (await readCards(ids)).slice(0, take) : cards
}

async function readCards(ids: number[]): Promise<PostCard[]> {
  const rows = await db.post.findMany({ where: { id: { in: ids }, ...isPublic }, select: { ...lineSelect, ...coverSelect } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(toCard)
}

/** Public static pages by title, for the foot of each page. */
export async function listPages(): Promise<{ path: string; title: string }[]> {
  const rows = await db.post.findMany({ where: { kind: 'page', ...isPublic }, orderBy: newestFirst, take: 20, select: { path: true, title: true } })
  return rows.map(({ path, title }) => ({ path: path!, title })).sort((a, b) => b.title.localeCompare(a.title))
}

/** The newest public posts, whole, for feeds. */
export async function listNewestPosts(take: number): Promise<PostView[]> {
  const rows = await db.post.findMany({ where: { kind: 'post', ...isPublic }, orderBy: newestFirst, take, select: postSelect })
  return rows.map(toPostView)
}

async function listPage(where: Prisma.PostWhereInput, page: number, take: number): Promise<PostPage> {
  const [total, rows] = await Promise.all([
    db.post.count({ where }),
    db.post.findMany({ where, orderBy: newestFirst, skip: (page - 1) * take, take, select: lineSelect }),
  ])
  return toPage(rows, page, take, total)
}

function toPage(rows: LineRow[], page: number, take: number, total: number): PostPage {
  return { posts: rows.map(toLine), page, pages: Math.max(1, Math.ceil(total / take)), total }
}

function toLine<T extends LineRow>(row: T) {
  return { ...row, path: row.path!, publishedAt: row.publishedAt!, publishedDay: row.publishedDay! }
}

function toCard(row: CardRow): PostCard {
  return { ...toLine(row), cover: row.cover && toPicture(row.cover) }
}

function toPostView({ labels, media, remote, author, coauthors, ...row }: PostRow): PostView {
  return {
    ...toLine(row),
    authors: authorsOf({ author, coauthors }),
    cover: row.cover && toPicture(row.cover),
    labels: labels.map(({ label }) => label.name).sort((a, b) => a.localeCompare(b, 'id')),
    pictures: media.map(({ media }) => toPicture(media)),
    elsewhere: remote.map(({ remote }) => remote),
  }
}

/** From which day to which (not included); month and day from 1, null for all of them. Null when there is no such date. */
export function dayRange({ year, month, day }: { year: number; month: number | null; day: number | null }) {
  try {
    if (year < 1) return null
    if (month === null) return { from: dayFromParts(year, 1, 1), to: dayFromParts(year + 1, 1, 1) }
    if (day === null) return { from: dayFromParts(year, month, 1), to: month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1) }
    const from = dayFromParts(year, month, day)
    return { from, to: from + 1 }
  } catch {
    return null
  }
}
