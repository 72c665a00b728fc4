import { z } from 'zod'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { commentRules } from './rule'
import { showsComments } from './touch'

/** What a post says of its comments; null: as in the settings. `close`: days after publication, 0 never. */
export const postRule = z.object({
  rule: z.enum(commentRules).nullable(),
  close: z.int('form.number').min(0, 'form.number').max(3650, 'form.number').nullable(),
})
export type PostRule = z.infer<typeof postRule>

export async function findPostRule(id: number): Promise<PostRule | null> {
  const post = await db.post.findUnique({ where: { id }, select: { commentRule: true, commentsClose: true } })
  return post && { rule: post.commentRule, close: post.commentsClose }
}

/** Sets whose comments wait on a post and when it closes; whoever may edit the post may. */
export async function setPostRule(viewer: Viewer, id: number, { rule, close }: PostRule): Promise<void> {
  await transact(async (tx, touch) => {
    const post = await tx.post.findUnique({ where: { id }, select: { id: true, authorId: true, coauthors: { select: { userId: true } }, status: true } })
    if (!post) throw new AppError('not_found')
    authorise(viewer, 'post.edit', post)
    await tx.post.update({ where: { id }, data: { commentRule: rule, commentsClose: close } })
    touch(...showsComments(id))
  })
}
