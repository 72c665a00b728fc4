import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { findToChange } from './change'

export const mostCoauthors = 9

/**
 * Says who else wrote a post, in the order of the byline; they may edit it from then on as its author does.
 * @throws AppError not_found, forbidden, invalid `post.author`
 */
export async function setCoauthors(viewer: Viewer, id: number, userIds: number[]): Promise<void> {
  await transact(async (tx, touch) => {
    const post = await findToChange(tx, viewer, id, 'edit')
    authorise(viewer, 'post.share', post)
    const wanted = [...new Set(userIds)].filter((userId) => userId !== post.authorId).slice(0, mostCoauthors)
    const had = post.coauthors.map(({ userId }) => userId)
    // Somebody who left meanwhile keeps their place, but nobody who left gets a new one.
    const people = await tx.user.count({ where: { id: { in: wanted }, OR: [{ state: { not: 'removed' } }, { id: { in: had } }] } })
    if (people !== wanted.length) throw new AppError('invalid', 'post.author', { fields: { coauthors: 'post.author' } })
    await tx.postAuthor.deleteMany({ where: { postId: id } })
    if (wanted.length) await tx.postAuthor.createMany({ data: wanted.map((userId, position) => ({ postId: id, userId, position })) })
    // Not a new revision: nothing was written, and an open editor can still save.
    await tx.post.update({ where: { id }, data: { updatedAt: new Date() } })
    await record(tx, viewer, 'post.author', `post:${id}`, post.title)
    if (post.status === 'published') touch(`post:${id}`, 'lists')
  })
}
