import { db } from '@/lib/db/client'
import { can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** The kind of the post if this person may edit it, else null. */
export async function findEditable(viewer: Viewer, id: number): Promise<'post' | 'page' | null> {
  if (!Number.isSafeInteger(id)) return null
  const post = await db.post.findUnique({ where: { id }, select: { kind: true, authorId: true, coauthors: { select: { userId: true } }, status: true } })
  if (!post) return null
  const may = post.kind === 'page' ? can(viewer, 'page.edit') : can(viewer, 'post.edit', post)
  return may ? post.kind : null
}
