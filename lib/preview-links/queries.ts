import { db } from '@/lib/db/client'
import { can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { hashOf } from './token'

/** The post that an open link leads to; null for any other, whatever is the matter with it. */
export async function findShared(token: string, now: Date = new Date()): Promise<number | null> {
  const link = await db.previewLink.findUnique({
    where: { tokenHash: hashOf(token) }, select: { postId: true, expiresAt: true, revokedAt: true, post: { select: { status: true } } },
  })
  if (!link || link.revokedAt || link.expiresAt <= now || link.post.status === 'trashed') return null
  return link.postId
}

/** Whether a post shows this picture, in what readers have or in what is written. */
export async function showsPicture(postId: number, mediaId: number): Promise<boolean> {
  if (!Number.isSafeInteger(mediaId)) return false
  return (await db.postMedia.count({ where: { postId, mediaId } })) > 0
}

export type OpenLink = { id: number; expiresAt: Date; by: string | null }

/** The links to a post that are open, for those who may see it; how they end is not to be learned again. */
export async function listOpenLinks(viewer: Viewer, postId: number, now: Date = new Date()): Promise<OpenLink[]> {
  const post = await db.post.findUnique({ where: { id: postId }, select: { authorId: true, coauthors: { select: { userId: true } } } })
  if (!post || !can(viewer, 'post.view', post)) return []
  const rows = await db.previewLink.findMany({
    where: { postId, revokedAt: null, expiresAt: { gt: now } }, orderBy: { expiresAt: 'asc' }, select: { id: true, expiresAt: true, user: { select: { name: true } } },
  })
  return rows.map(({ id, expiresAt, user }) => ({ id, expiresAt, by: user?.name ?? null }))
}
