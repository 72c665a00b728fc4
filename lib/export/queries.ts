import { db } from '@/lib/db/client'
import type { CommentStatus, Prisma } from '@/lib/db/generated/sqlite/client'
import { findWorking } from '@/lib/posts/content'
import { isPublic } from '@/lib/posts/queries'
import type { ExportOptions } from './options'

const batch = 200

const pictureSelect = { id: true, hash: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect
const personSelect = { id: true, name: true, slug: true, bio: true, email: true, state: true, externalId: true, pictureId: true } satisfies Prisma.UserSelect
const aminSelect = { select: { day: true, count: true }, orderBy: { day: 'asc' } } as const

const postSelect = {
  id: true, externalId: true, kind: true, status: true, path: true, slug: true, title: true, natsRef: true, natsText: true, bacaan: true,
  doa: true, pertanyaan: true, lagu: true, body: true, description: true, lang: true, commentsOpen: true, commentRule: true, commentsClose: true,
  publishedAt: true, publishedDay: true, scheduledAt: true, trashedFrom: true, trashedAt: true, createdAt: true, updatedAt: true, coverAlt: true,
  revision: true, workingRevision: true, importHash: true, importRevision: true, amins: aminSelect,
  author: { select: personSelect },
  coauthors: { select: { user: { select: personSelect } }, orderBy: { position: 'asc' } },
  cover: { select: pictureSelect },
  media: { select: { media: { select: pictureSelect } } },
  labels: { select: { label: { select: { name: true } } } },
} satisfies Prisma.PostSelect

const commentSelect = {
  id: true, externalId: true, postId: true, status: true, name: true, email: true, body: true, createdAt: true, editedAt: true,
  decidedAt: true, notify: true, importHash: true, amins: aminSelect,
  parent: { select: { id: true, externalId: true } }, user: { select: personSelect },
  post: { select: { id: true, externalId: true } },
} satisfies Prisma.CommentSelect

export type PostRow = Omit<Prisma.PostGetPayload<{ select: typeof postSelect }>, 'labels'> & { labels: string[] }
export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>
export type PersonRow = PostRow['author']

export const whichPosts = ({ drafts }: ExportOptions): Prisma.PostWhereInput => (drafts ? {} : isPublic)

const commentStates = (options: ExportOptions): CommentStatus[] => (options.private ? ['visible', 'held', 'deleted'] : ['visible', 'deleted'])

/** Posts and pages in the order in which they were made: that of a blog into which they are brought, too. */
export async function* eachPost(options: ExportOptions): AsyncGenerator<PostRow> {
  yield* inBatches((after) => db.post.findMany({ where: { ...whichPosts(options), id: { gt: after } }, orderBy: { id: 'asc' }, take: batch, select: postSelect }),
    ({ labels, ...post }) => ({ ...post, labels: labels.map(({ label }) => label.name).sort() }))
}

/** What is written on a public post since readers last got it. */
export async function findWaiting(postId: number, revision: number) {
  return findWorking(db, postId, revision)
}

/** Comments on them. A deleted one comes along while it has answers; spam stays. */
export async function* eachComment(options: ExportOptions): AsyncGenerator<CommentRow> {
  const shown: Prisma.CommentWhereInput[] = [{ status: 'visible' }, { status: 'deleted', replies: { some: { status: 'visible' } } }]
  if (options.private) shown.push({ status: 'held' })
  yield* inBatches((after) => db.comment.findMany({ where: { OR: shown, post: whichPosts(options), id: { gt: after } }, orderBy: { id: 'asc' }, take: batch, select: commentSelect }))
}

/** Comments on one post. */
export async function listComments(postId: number, options: ExportOptions): Promise<CommentRow[]> {
  return db.comment.findMany({ where: { postId, status: { in: commentStates(options) } }, orderBy: { id: 'asc' }, select: commentSelect })
}

/** Who stands in the bylines of what is exported, and who is answering there by name. */
export function writersOf(options: ExportOptions): Prisma.UserWhereInput {
  const posts = whichPosts(options)
  return { OR: [{ posts: { some: posts } }, { coauthored: { some: { post: posts } } }, { comments: { some: { status: { in: commentStates(options) }, post: posts } } }] }
}

export async function listPeople(options: ExportOptions): Promise<PersonRow[]> {
  return db.user.findMany({ where: writersOf(options), orderBy: { id: 'asc' }, select: personSelect })
}

/** Those who stand first in a byline. */
export async function listFirstAuthors(options: ExportOptions): Promise<PersonRow[]> {
  return db.user.findMany({ where: { posts: { some: whichPosts(options) } }, orderBy: { id: 'asc' }, select: personSelect })
}

export async function listRedirects() {
  return db.redirect.findMany({ orderBy: { id: 'asc' }, select: { fromKey: true, target: true } })
}

/** Ids of the pages that are exported. */
export async function listPageIds(options: ExportOptions): Promise<Set<number>> {
  const pages = await db.post.findMany({ where: { ...whichPosts(options), kind: 'page' }, select: { id: true } })
  return new Set(pages.map(({ id }) => id))
}

export async function* inBatches<T extends { id: number }, R = T>(find: (after: number) => Promise<T[]>, map: (row: T) => R = (row) => row as unknown as R): AsyncGenerator<R> {
  let after = -1
  for (;;) {
    const rows = await find(after)
    for (const row of rows) yield map(row)
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}
