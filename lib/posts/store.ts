import type { Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { listUnderLabels, setLabels } from '@/lib/labels/attach'
import type { Viewer } from '@/lib/viewer'
import { columnsOf, pictureIds, recordingIds, tidyBody } from './columns'
import { contentOf, contentSelect, isSameContent, keepOwnContent, writtenContent } from './content'
import { findNeighbours } from './queries'
import { recordChange } from './record-change'
import type { PostContent } from './schema'
import { storedSelect, type Change, type StoredPost, type Work } from './stored'

/**
 * Stores a change of a post. What has to stay in step stays so here: the number that the next save names, labels
 * and their lists, which pictures are public, the kept revisions, the finished pages.
 * @throws AppError conflict `post.changed`
 */
export async function storeChange(work: Work, viewer: Viewer, post: StoredPost, change: Change, saveKey: string | null = null): Promise<StoredPost> {
  const { tx } = work
  const revision = post.revision + 1
  const content = change.content && (await tidied(tx, change.content))
  const written = content ?? (await writtenContent(tx, post.id))
  if (content && !change.isWorking) await keepOwnContent(tx, post.id)
  const { count } = await tx.post.updateMany({
    // Whoever comes second, on whichever instance, is told.
    where: { id: post.id, revision: post.revision, status: post.status },
    data: { ...(await textOf(tx, post, change, content)), ...change.data, revision },
  })
  if (count === 0) throw new AppError('conflict', 'post.changed')
  if (content && !change.isWorking) {
    await setLabels(tx, post.id, content.labels)
    await setPictures(tx, post.id, content)
  }
  // A picture that only waits for readers must not be taken for unused.
  if (content && change.isWorking) await addPictures(tx, post.id, content)
  if (content || saveKey || change.kind) {
    await tx.revision.create({
      data: { postId: post.id, revision, userId: viewer?.id ?? null, kind: change.kind ?? 'saved', saveKey, content: JSON.stringify(written) },
    })
  }
  await listUnderLabels(tx, post.id)
  const stored = await tx.post.findUniqueOrThrow({ where: { id: post.id }, select: storedSelect })
  if (!change.isWorking) await touchWhatShows(work, post, stored)
  await recordChange(work, viewer, post, stored)
  return stored
}

/** The columns that a change of the text writes. */
async function textOf(tx: Tx, post: StoredPost, { isWorking }: Change, content: PostContent | undefined) {
  if (!content) return {}
  if (!isWorking) return { ...columnsOf(content), workingRevision: null }
  const readers = contentOf(await tx.post.findUniqueOrThrow({ where: { id: post.id }, select: contentSelect }))
  // For readers nothing was updated yet; whoever wrote and took it back again has nothing that they lack.
  return { workingRevision: isSameContent(readers, content) ? null : post.revision + 1, updatedAt: post.updatedAt }
}

/** As it will be stored: the body without what is unsafe; a cover that is no picture (any more) is no cover. */
async function tidied(tx: Tx, content: PostContent): Promise<PostContent> {
  const cover = content.coverId && (await tx.media.findUnique({ where: { id: content.coverId }, select: { id: true } }))
  return { ...content, body: tidyBody(content.body), coverId: cover ? cover.id : null }
}

/** Says which pictures the post shows and which recordings it plays; ids of none are passed over. */
async function setPictures(tx: Tx, postId: number, content: PostContent) {
  await tx.postMedia.deleteMany({ where: { postId } })
  await tx.postRecording.deleteMany({ where: { postId } })
  await addPictures(tx, postId, content)
}

async function addPictures(tx: Tx, postId: number, { body, coverId }: PostContent) {
  const named = [...pictureIds(body), ...(coverId ? [coverId] : [])]
  const known = await tx.postMedia.findMany({ where: { postId }, select: { mediaId: true } })
  const real = await tx.media.findMany({ where: { id: { in: named, notIn: known.map(({ mediaId }) => mediaId) } }, select: { id: true } })
  if (real.length) await tx.postMedia.createMany({ data: real.map(({ id }) => ({ postId, mediaId: id })) })
  await addRecordings(tx, postId, body)
}

async function addRecordings(tx: Tx, postId: number, body: string) {
  const known = await tx.postRecording.findMany({ where: { postId }, select: { recordingId: true } })
  const real = await tx.recording.findMany({ where: { id: { in: recordingIds(body), notIn: known.map(({ recordingId }) => recordingId) } }, select: { id: true } })
  if (real.length) await tx.postRecording.createMany({ data: real.map(({ id }) => ({ postId, recordingId: id })) })
}

/** Names the finished pages that showed the post, or should now. */
export async function touchWhatShows({ tx, touch }: Work, before: StoredPost, after: StoredPost): Promise<void> {
  const wasOut = before.status === 'published'
  const isOut = after.status === 'published'
  if (!wasOut && !isOut) return
  touch(`post:${after.id}`, 'lists', 'labels')
  const line = ['title', 'natsRef', 'snippet', 'coverId', 'path'] as const
  if (wasOut === isOut && line.every((key) => before[key] === after[key]) && sameTime(before, after)) return
  // Who shows it as a line: its neighbours, and those on which it is popular.
  touch(`line:${after.id}`)
  // Every reader page names the static pages, in the menu or at its foot.
  if (after.kind === 'page') return touch('settings')
  if (wasOut !== isOut || !sameTime(before, after)) await touchNeighbours({ tx, touch }, [...(wasOut ? [before] : []), ...(isOut ? [after] : [])])
}

/** The posts before and after these link to others from now on. */
export async function touchNeighbours({ tx, touch }: Work, places: Pick<StoredPost, 'id' | 'publishedAt'>[]): Promise<void> {
  for (const { id, publishedAt } of places) {
    const { older, newer } = await findNeighbours({ id, publishedAt: publishedAt! }, tx)
    for (const neighbour of [older, newer]) if (neighbour) touch(`post:${neighbour.id}`)
  }
}

function sameTime(a: StoredPost, b: StoredPost): boolean {
  return a.publishedAt?.getTime() === b.publishedAt?.getTime()
}
