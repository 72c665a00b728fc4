import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { findToChange } from '@/lib/posts/change'
import type { Viewer } from '@/lib/viewer'
import { hashOf, newToken } from './token'

const dayMs = 86_400_000
const most = 20

/** Days after which a link ends by itself. */
export const lifetimes = [1, 7, 30] as const
export type Lifetime = (typeof lifetimes)[number]

/** Makes a way to see a post before it is public. The token is told here and never again. */
export async function sharePreview(viewer: Viewer, postId: number, days: Lifetime, now: Date = new Date()): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + days * dayMs)
  await transact(async (tx) => {
    const post = await findToChange(tx, viewer, postId, 'edit')
    if (post.status === 'trashed') throw new AppError('invalid', 'post.trashed')
    const open = await tx.previewLink.count({ where: { postId, revokedAt: null, expiresAt: { gt: now } } })
    if (open >= most) throw new AppError('invalid', 'preview.too_many')
    await tx.previewLink.create({ data: { tokenHash: hashOf(token), postId, userId: viewer?.id ?? null, expiresAt } })
  })
  return { token, expiresAt }
}

/** Ends a link at once. */
export async function revokePreview(viewer: Viewer, id: number, now: Date = new Date()): Promise<{ postId: number }> {
  return transact(async (tx) => {
    const link = await tx.previewLink.findUnique({ where: { id }, select: { postId: true } })
    if (!link) throw new AppError('not_found')
    await findToChange(tx, viewer, link.postId, 'edit')
    await tx.previewLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    return link
  })
}

/** For the clock. */
export async function forgetOldPreviews(now: Date = new Date()): Promise<void> {
  await transact(async (tx) => {
    await tx.previewLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 30 * dayMs) } } })
  })
}
