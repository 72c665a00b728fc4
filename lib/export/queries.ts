import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { isPublic } from '@/lib/posts/queries'
import type { ExportOptions } from './options'

const batch = 200

const pictureSelect = { id: true, hash: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect
const personSelect = { id: true, name: true, slug: true, bio: true, email: true, externalId: true } satisfies Prisma.UserSelect

const postSelect = {
  id: true, externalId: true, kind: true, status: true, path: true, slug: true, title: true, natsRef: true, natsText: true, bacaan: true,
  doa: true, pertanyaan: true, lagu: true, body: true, description: true, lang: true, commentsOpen: true, commentRule: true, commentsClose: true,
  publishedAt: true, publishedDay: true, scheduledAt: true, trashedFrom: true, trashedAt: true, createdAt: true, updatedAt: true, coverAlt: true,
  author: { select: personSelect },
  coauthors: { select: { user: { select: personSelect } }, orderBy: { position: 'asc' } },
  cover: { select: pictureSelect },
  media: { select: { media: { select: pictureSelect } } },
  labels: { select: { label: { select: { name: true } } } },
} satisfies Prisma.PostSelect

const commentSelect = {
  id: true, externalId: true, postId: true, status: true, name: true, email: true, body: true, createdAt: true, editedAt: true,
  parent: { select: { id: true, externalId: true } }, user: { select: personSelect },
  post: { select: { id: true, externalId: true } },
} satisfies Prisma.CommentSelect

export type PostRow = Omit<Prisma.PostGetPayload<{ select: typeof postSelect }>, 'labels'> & { labels: string[] }
export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>
export type PersonRow = PostRow['author']

const whichPosts = ({ drafts }: ExportOptions): Prisma.PostWhereInput => (drafts ? {} : isPublic)

/** Posts and pages in the order in which they were made: that of a blog into which they are brought, too. */
export async function* eachPost(options: ExportOptions): AsyncGenerator<PostRow> {
  yield* inBatches((after) => db.post.findMany({ where: { ...whichPosts(options), id: { gt: after } }, orderBy: { id: 'asc' }, take: batch, select: postSelect }),
    ({ labels, ...post }) => ({ ...post, labels: labels.map(({ label }) => label.name).sort() }))
}

/** Comments on them. A deleted one comes along while it has answers; spam stays. */
export async function* eachComment(options: ExportOptions): AsyncGenerator<CommentRow> {
  const shown: Prisma.CommentWhereInput[] = [{ status: 'visible' }, { status: 'deleted', replies: { some: { status: 'visible' } } }]
  if (options.private) shown.push({ status: 'held' })
  yield* inBatches((after) => db.comment.findMany({ where: { OR: shown, post: whichPosts(options), id: { gt: after } }, orderBy: { id: 'asc' }, take: batch, select: commentSelect }))
}

/** Comments on one post. */
export async function listComments(postId: number, options: ExportOptions): Promise<CommentRow[]> {
  const status = options.private ? (['visible', 'held', 'deleted'] as const) : (['visible', 'deleted'] as const)
  return db.comment.findMany({ where: { postId, status: { in: [...status] } }, orderBy: { id: 'asc' }, select: commentSelect })
}

/** Whoever has written what is exported; `isFirst`: whoever stands first in a byline. */
export async function listPeople(options: ExportOptions, { isFirst = false } = {}): Promise<PersonRow[]> {
  const posts = whichPosts(options)
  return db.user.findMany({ where: { OR: [{ posts: { some: posts } }, ...(isFirst ? [] : [{ coauthored: { some: { post: posts } } }])] }, orderBy: { id: 'asc' }, select: personSelect })
}

export async function listRedirects() {
  return db.redirect.findMany({ orderBy: { id: 'asc' }, select: { fromKey: true, target: true } })
}

/** Pictures that what is exported shows. */
export async function* eachPicture(options: ExportOptions) {
  const posts = whichPosts(options)
  const select = { ...pictureSelect, filename: true, mime: true, alt: true, createdAt: true } as const
  yield* inBatches((after) => db.media.findMany({ where: { id: { gt: after }, OR: [{ posts: { some: { post: posts } } }, { covers: { some: posts } }] }, orderBy: { id: 'asc' }, take: batch, select }))
}

async function* inBatches<T extends { id: number }, R = T>(find: (after: number) => Promise<T[]>, map: (row: T) => R = (row) => row as unknown as R): AsyncGenerator<R> {
  let after = -1
  for (;;) {
    const rows = await find(after)
    for (const row of rows) yield map(row)
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}
