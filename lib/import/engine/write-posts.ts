import type { Tx } from '@/lib/db/transaction'
import { exclusive } from '@/lib/db/dialect'
import { insertRows } from '@/lib/db/insert-rows'
import { labelKey } from '@/lib/labels/schema'
import { asInPost, keepOwnContent } from '@/lib/posts/content'
import type { ReadPost } from '../read-post'
import type { Changes } from '../report'
import type { Place } from './place'
import type { Stored } from './posts'
import type { Written } from './text'
import type { Work } from './work'

/** A post of the file, and what is to be done with it. */
export type Placed = { post: ReadPost; place: Place; hash: string; change: keyof Changes; stored?: Stored; written?: Written; /** A draft that had its address until now. */ displaced?: { id: number; title: string } }

type Row = { id: number; plan: Placed }

const postColumns = {
  kind: '"PostKind"', status: '"PostStatus"', path: 'text', pathKey: 'text', slug: 'text', title: 'text', natsRef: 'text', natsText: 'text',
  bacaan: 'text', doa: 'text', pertanyaan: 'text', lagu: 'text', body: 'text', searchText: 'text', snippet: 'text', description: 'text', lang: 'text',
  commentsOpen: 'boolean', publishedAt: 'timestamp', publishedDay: 'int', scheduledAt: 'timestamp', trashedFrom: '"PostStatus"', trashedAt: 'timestamp',
  revision: 'int', externalId: 'text', importHash: 'text', importRevision: 'int', createdAt: 'timestamp', updatedAt: 'timestamp', authorId: 'int',
  coverAlt: 'text',
} as const
const revisionColumns = { postId: 'int', userId: 'int', revision: 'int', kind: '"RevisionKind"', content: 'text', createdAt: 'timestamp' } as const

/** Drafts that were public once, and still had the address of what is public now. */
export async function takeFromDrafts(tx: Tx, plans: Placed[]): Promise<void> {
  const keys = plans.flatMap(({ place }) => (place.status === 'published' ? [place.pathKey!] : []))
  const ids = plans.flatMap(({ place, stored }) => (place.pathKey && stored ? [stored.id] : []))
  await tx.post.updateMany({
    where: { pathKey: { in: keys }, status: 'withdrawn', id: { notIn: ids } }, data: { path: null, pathKey: null, publishedAt: null, publishedDay: null, status: 'draft' },
  })
}

/** Makes new posts; gives their ids by `externalId`. */
export async function insertPosts(work: Work, tx: Tx, plans: Placed[]): Promise<Map<string, number>> {
  if (plans.length === 0) return new Map()
  const ids = await insertRows(tx, 'Post', postColumns, plans.map((plan) => ({
    ...columnsOf(work, plan), kind: plan.post.kind, externalId: work.prefix + plan.post.externalId, revision: 1, importRevision: 1,
    createdAt: dateOf(plan.post.createdAt) ?? work.now,
  })), 'externalId')
  const rows = plans.map((plan) => ({ plan, id: ids.get(work.prefix + plan.post.externalId)! }))
  await attach(work, tx, rows, () => 1)
  return ids
}

/** What changed there changes here, as one more state of the post that can be gone back to. */
export async function updatePost(work: Work, tx: Tx, plan: Placed, stored: Stored): Promise<void> {
  const revision = stored.revision + 1
  const { status, path, pathKey, ...columns } = { ...columnsOf(work, plan), workingRevision: null }
  // What was public once keeps its address for the day it comes back, unless something public has it now.
  const isKept = !path && stored.path && !plan.place.yields
  const withdrawn = isKept ? { status: status === 'draft' ? ('withdrawn' as const) : status } : { status, path, pathKey }
  if (isKept) Object.assign(columns, { publishedAt: undefined, publishedDay: undefined })
  await keepOwnContent(tx, stored.id)
  const { count } = await tx.post.updateMany({
    where: { id: stored.id, revision: stored.revision }, data: { ...columns, ...withdrawn, revision, importRevision: revision },
  })
  // Somebody saved in this moment: theirs stays.
  if (count === 0) return
  await tx.postLabel.deleteMany({ where: { postId: stored.id } })
  await tx.postAuthor.deleteMany({ where: { postId: stored.id } })
  await tx.postMedia.deleteMany({ where: { postId: stored.id } })
  await tx.postRemotePicture.deleteMany({ where: { postId: stored.id } })
  await attach(work, tx, [{ id: stored.id, plan }], () => revision)
  if (stored.path && path && stored.path !== path) await redirectTo(tx, stored.path.toLowerCase(), path)
}

function columnsOf(work: Work, { post, place, written, hash }: Placed) {
  const { state: _, from: __, note: ___, yields: ____, slug, ...where } = place
  const { labels: _____, ...content } = written!.content
  return {
    ...content, ...where, ...written!.derived, slug, importHash: hash, lang: post.lang || work.lang,
    authorId: work.authors.get(post.authors[0]?.key ?? '') ?? work.fallbackAuthor, updatedAt: dateOf(post.updatedAt) ?? dateOf(post.publishedAt) ?? work.now,
  }
}

/** Labels, further authors, the first state in its history, and the way from the old address. */
async function attach(work: Work, tx: Tx, rows: Row[], revisionOf: (row: Row) => number): Promise<void> {
  const labels = await labelIds(tx, rows.flatMap(({ plan }) => plan.written!.content.labels))
  const postLabels = rows.flatMap(({ id, plan }) => plan.written!.content.labels.map((name) => ({
    postId: id, labelId: labels.get(name)!, listedAt: plan.place.status === 'published' ? plan.place.publishedAt : null,
  })))
  await insertRows(tx, 'PostLabel', { postId: 'int', labelId: 'int', listedAt: 'timestamp' }, postLabels)
  const coauthors = rows.flatMap(({ id, plan }) => furtherAuthors(work, plan).map((userId, position) => ({ postId: id, userId, position })))
  if (coauthors.length > 0) await tx.postAuthor.createMany({ data: coauthors })
  await insertRows(tx, 'Revision', revisionColumns, rows.map((row) => ({
    postId: row.id, userId: work.userId, revision: revisionOf(row), kind: 'imported', content: asInPost, createdAt: work.now,
  })))
  for (const { plan: { place } } of rows) if (place.from && place.status === 'published') await redirectTo(tx, place.from, place.path!)
}

function furtherAuthors(work: Work, { post }: Placed): number[] {
  const [first, ...others] = post.authors.map(({ key }) => work.authors.get(key)!)
  return [...new Set(others)].filter((id) => id !== first)
}

/** Ids of labels spelt exactly so; those not used before are made. */
async function labelIds(tx: Tx, names: string[]): Promise<Map<string, number>> {
  const unique = [...new Set(names)]
  if (unique.length === 0) return new Map()
  await exclusive(tx, 'labels')
  const find = () => tx.label.findMany({ where: { name: { in: unique } }, select: { id: true, name: true } })
  const known = new Set((await find()).map(({ name }) => name))
  const missing = unique.filter((name) => !known.has(name))
  if (missing.length > 0) await tx.label.createMany({ data: missing.map((name) => ({ name, nameKey: labelKey(name) })) })
  return new Map((await find()).map(({ id, name }) => [name, id]))
}

/** An address that leads somewhere already goes on leading there. */
async function redirectTo(tx: Tx, fromKey: string, target: string): Promise<void> {
  if (fromKey === target) return
  const known = await tx.redirect.findUnique({ where: { fromKey }, select: { id: true } })
  if (!known) await tx.redirect.create({ data: { fromKey, target } })
}

function dateOf(time: string): Date | null {
  return time ? new Date(time) : null
}
