import { insertRows } from '@/lib/db/insert-rows'
import type { Tx } from '@/lib/db/transaction'
import { labelKey } from '@/lib/labels/schema'
import { columnsOf, pictureIds, recordingIds, tidyBody } from '@/lib/posts/columns'
import { pickContent } from '@/lib/posts/content'
import { pathKey } from '@/lib/posts/permalink'
import { inChunks } from './in-chunks'
import type { TeduhPost } from './schema'

/** Ids of what came in. */
export type Media = { pictures: Set<number>; recordings: Set<number> }

/** Posts and pages with their labels, bylines, pictures and recordings, and the first state of their history. */
export async function writePosts(tx: Tx, posts: TeduhPost[], media: Media): Promise<void> {
  await inChunks(posts, (some) => tx.post.createMany({ data: some.map((post) => rowOf(post, media)) }))
  await writeLabels(tx, posts)
  await inChunks(posts.flatMap(({ id, authors }) => authors.slice(1).map((userId, position) => ({ postId: id, userId, position }))), (data) => tx.postAuthor.createMany({ data }))
  await inChunks(posts.flatMap((post) => shownBy(post, media.pictures).map((mediaId) => ({ postId: post.id, mediaId }))), (data) => tx.postMedia.createMany({ data }))
  await inChunks(posts.flatMap((post) => playedBy(post, media.recordings).map((recordingId) => ({ postId: post.id, recordingId }))), (data) => tx.postRecording.createMany({ data }))
  await writeHistory(tx, posts, media)
}

function rowOf(post: TeduhPost, { pictures }: Media) {
  const { path, publishedAt, publishedDay, scheduledAt, trashedFrom, trashedAt, createdAt, updatedAt, id, externalId, kind, status, lang, commentRule, commentsClose } = post
  return {
    id, externalId, kind, status, lang, commentRule, commentsClose, publishedAt, publishedDay, scheduledAt, trashedFrom, trashedAt, createdAt, updatedAt,
    ...columnsOf(contentOf(post, pictures)), path, pathKey: path && pathKey(path), authorId: post.authors[0]!, revision: post.working ? 2 : 1, workingRevision: post.working ? 2 : null,
  }
}

function contentOf(written: NonNullable<TeduhPost['working']>, pictures: Set<number>) {
  const { coverId } = written
  return pickContent({ ...written, body: tidyBody(written.body), coverId: coverId !== null && pictures.has(coverId) ? coverId : null })
}

function shownBy(post: TeduhPost, known: Set<number>): number[] {
  const ids = statesOf(post).flatMap(({ body, coverId }) => [...pictureIds(body), ...(coverId ? [coverId] : [])])
  return [...new Set(ids)].filter((id) => known.has(id))
}

function playedBy(post: TeduhPost, known: Set<number>): number[] {
  return [...new Set(statesOf(post).flatMap(({ body }) => recordingIds(body)))].filter((id) => known.has(id))
}

/** What waits for readers is shown to those who write. */
const statesOf = (post: TeduhPost) => (post.working ? [post, post.working] : [post])

async function writeLabels(tx: Tx, posts: TeduhPost[]): Promise<void> {
  const names = [...new Set(posts.flatMap(({ labels }) => labels))]
  const known = new Map((await tx.label.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
  for (const name of names) if (!known.has(name)) known.set(name, (await tx.label.create({ data: { name, nameKey: labelKey(name) }, select: { id: true } })).id)
  const rows = posts.flatMap(({ id, labels, status, publishedAt }) => [...new Set(labels)].map((name) => ({ postId: id, labelId: known.get(name)!, listedAt: status === 'published' ? publishedAt : null })))
  await inChunks(rows, (data) => tx.postLabel.createMany({ data }))
}

const historyColumns = { postId: 'int', revision: 'int', kind: '"RevisionKind"', content: 'text', createdAt: 'timestamp' } as const

async function writeHistory(tx: Tx, posts: TeduhPost[], { pictures }: Media): Promise<void> {
  await inChunks(posts, (some) => insertRows(tx, 'Revision', historyColumns, some.flatMap((post) => statesOf(post).map((state, i) => ({
    postId: post.id, revision: i + 1, kind: i === 0 ? 'imported' : 'saved', content: JSON.stringify(contentOf(state, pictures)), createdAt: post.updatedAt,
  })))))
}
