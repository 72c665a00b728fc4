import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { authorisePost, changePost, findToChange } from './change'
import type { From } from './save-key'
import type { PostStatus } from './schema'
import type { SavedPost, StoredPost, Work } from './stored'

/** Puts a post in the trash; readers no longer see it. */
export async function trashPost(viewer: Viewer, id: number, from: From, now: Date = new Date()): Promise<SavedPost> {
  return changePost(viewer, id, from, 'trash', (post) => {
    if (post.status === 'trashed') throw new AppError('invalid', 'post.trashed')
    return { data: { status: 'trashed', trashedFrom: post.status, trashedAt: now } }
  })
}

/**
 * Takes a post out of the trash as it was: a public one is public again at its old address.
 * A plan whose hour has passed becomes a draft, since nobody expects it to come out this minute.
 */
export async function restorePost(viewer: Viewer, id: number, from: From, now: Date = new Date()): Promise<SavedPost> {
  return changePost(viewer, id, from, 'trash', (post) => {
    if (post.status !== 'trashed') throw new AppError('invalid', 'post.not_trashed')
    const status = statusAfter(post, now)
    if (status === 'published' || status === 'scheduled') authorisePost(viewer, 'publish', post)
    return { data: { status, trashedFrom: null, trashedAt: null, ...(status === 'scheduled' ? {} : { scheduledAt: null }) } }
  })
}

/** What `restorePost` would make of a trashed post, so that a screen can say it beforehand. */
export function statusAfter(post: Pick<StoredPost, 'trashedFrom' | 'scheduledAt'>, now: Date): PostStatus {
  const was = post.trashedFrom ?? 'draft'
  if (was === 'scheduled') return post.scheduledAt && post.scheduledAt > now ? 'scheduled' : 'draft'
  return was
}

/** Removes a trashed post with its comments and figures; the address of one that was public answers 410. */
export async function deleteForever(viewer: Viewer, id: number): Promise<void> {
  await transact(async (tx, touch) => {
    const post = await findToChange(tx, viewer, id, 'trash')
    authorise(viewer, 'trash.empty')
    if (post.status !== 'trashed') throw new AppError('invalid', 'post.not_trashed')
    await remove({ tx, touch }, viewer, post)
  })
}

/** Removes everything of this kind that is in the trash; gives back how many. */
export async function emptyTrash(viewer: Viewer, kind: 'post' | 'page'): Promise<number> {
  authorise(viewer, 'trash.empty')
  const trashed = await db.post.findMany({ where: { kind, status: 'trashed' }, select: { id: true } })
  // One by one: a large trash must not hold up readers' comments and views.
  for (const { id } of trashed) await deleteIfTrashed(viewer, id)
  return trashed.length
}

/** How long the trash keeps something, in days. */
export const trashDays = 30

/** For the clock: removes what has been in the trash for so long that nobody will come back for it. */
export async function emptyOldTrash(now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - trashDays * 86_400_000)
  const old = await db.post.findMany({ where: { status: 'trashed', trashedAt: { lt: before } }, select: { id: true } })
  for (const { id } of old) await deleteIfTrashed(null, id)
  return old.length
}

async function deleteIfTrashed(viewer: Viewer, id: number): Promise<void> {
  await transact(async (tx, touch) => {
    // Somebody may have restored it meanwhile.
    const post = await tx.post.findFirst({ where: { id, status: 'trashed' }, select: { id: true, path: true, title: true } })
    if (post) await remove({ tx, touch }, viewer, post)
  })
}

async function remove({ tx, touch }: Work, viewer: Viewer, { id, path, title }: Pick<StoredPost, 'id' | 'path' | 'title'>): Promise<void> {
  await tx.post.delete({ where: { id } })
  await record(tx, viewer, 'post.delete', `post:${id}`, title)
  if (path === null) return
  const fromKey = path.toLowerCase()
  await tx.redirect.updateMany({ where: { target: path }, data: { target: null } })
  await tx.redirect.upsert({ where: { fromKey }, create: { fromKey, target: null }, update: { target: null } })
  touch(`post:${id}`, 'lists')
}
