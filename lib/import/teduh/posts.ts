import { insertRows } from '@/lib/db/insert-rows'
import type { Tx } from '@/lib/db/transaction'
import { labelKey } from '@/lib/labels/schema'
import { columnsOf, pictureIds, recordingIds, tidyBody } from '@/lib/posts/columns'
import { asInPost, pickContent } from '@/lib/posts/content'
import { pathKey } from '@/lib/posts/permalink'
import type { PostContent } from '@/lib/posts/schema'
import { inChunks } from './in-chunks'
import type { TeduhPost } from './schema'

/** Ids of what came in. */
export type Media = { pictures: Set<number>; recordings: Set<number> }

/** A post as it will be stored; what takes long to make is made before anything is written. */
export type Ready = { post: TeduhPost; row: Record<keyof typeof postColumns, string | number | boolean | Date | null>; /** The content of each of its revisions: what readers have, and what waits. */ states: string[] }

const postColumns = {
  id: 'int', externalId: 'text', kind: '"PostKind"', status: '"PostStatus"', path: 'text', pathKey: 'text', slug: 'text', title: 'text', natsRef: 'text', natsText: 'text',
  bacaan: 'text', doa: 'text', pertanyaan: 'text', lagu: 'text', body: 'text', searchText: 'text', snippet: 'text', description: 'text', lang: 'text',
  commentsOpen: 'boolean', commentRule: '"CommentRule"', commentsClose: 'int', publishedAt: 'timestamp', publishedDay: 'int', scheduledAt: 'timestamp',
  trashedFrom: '"PostStatus"', trashedAt: 'timestamp', revision: 'int', workingRevision: 'int', createdAt: 'timestamp', updatedAt: 'timestamp', authorId: 'int',
  coverId: 'int', coverAlt: 'text', importHash: 'text', importRevision: 'int',
} as const

export function makeReady(post: TeduhPost, pictures: Set<number>): Ready {
  const { id, externalId, kind, status, path, lang, commentRule, commentsClose, publishedAt, publishedDay, scheduledAt, trashedFrom, trashedAt, createdAt, updatedAt, imported } = post
  const content = withCover(post, pictures)
  const columns = columnsOf(content)
  const working = post.working && withCover(post.working, pictures)
  return {
    post, states: [asInPost, ...(working ? [JSON.stringify({ ...working, body: tidyBody(working.body) })] : [])],
    row: {
      id, externalId, kind, status, lang, commentRule, commentsClose, publishedAt, publishedDay, scheduledAt, trashedFrom, trashedAt, createdAt, updatedAt,
      ...columns, path, pathKey: path && pathKey(path), authorId: post.authors[0]!, revision: working ? 2 : 1, workingRevision: working ? 2 : null,
      importHash: imported?.hash ?? null, importRevision: imported && !imported.edited && !working ? 1 : null,
    },
  }
}

/** A cover that did not come is no cover. */
function withCover(written: NonNullable<TeduhPost['working']>, pictures: Set<number>): PostContent {
  const { coverId } = written
  return pickContent({ ...written, coverId: coverId !== null && pictures.has(coverId) ? coverId : null })
}

/** Posts and pages with their labels, bylines, pictures and recordings, and the first state of their history. */
export async function writePosts(tx: Tx, ready: Ready[], media: Media): Promise<void> {
  const posts = ready.map(({ post }) => post)
  await inChunks(ready, (some) => insertRows(tx, 'Post', postColumns, some.map(({ row }) => row)))
  await writeLabels(tx, posts)
  await inChunks(posts.flatMap(({ id, authors }) => authors.slice(1).map((userId, position) => ({ postId: id, userId, position }))), (data) => tx.postAuthor.createMany({ data }))
  await inChunks(posts.flatMap((post) => shownBy(post, media.pictures).map((mediaId) => ({ postId: post.id, mediaId }))), (data) => tx.postMedia.createMany({ data }))
  await inChunks(posts.flatMap((post) => playedBy(post, media.recordings).map((recordingId) => ({ postId: post.id, recordingId }))), (data) => tx.postRecording.createMany({ data }))
  await writeHistory(tx, ready)
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
  await inChunks(rows, (some) => insertRows(tx, 'PostLabel', { postId: 'int', labelId: 'int', listedAt: 'timestamp' }, some))
}

const historyColumns = { postId: 'int', revision: 'int', kind: '"RevisionKind"', content: 'text', createdAt: 'timestamp' } as const

async function writeHistory(tx: Tx, ready: Ready[]): Promise<void> {
  await inChunks(ready, (some) => insertRows(tx, 'Revision', historyColumns, some.flatMap(({ post, states }) => states.map((state, i) => ({
    postId: post.id, revision: i + 1, kind: i === 0 ? 'imported' : 'saved', content: state, createdAt: post.updatedAt,
  })))))
}
