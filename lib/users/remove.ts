import { record } from '@/lib/activity/record'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, writtenBy } from '@/lib/policy'
import { dropTotp } from '@/lib/signing-in/codes'
import type { Viewer } from '@/lib/viewer'
import { joinKnown } from './known-elsewhere'
import { getPerson, keepAnOwner, touchPosts } from './person'

/** A removed person whose name nothing needs any more: no post, and nothing told of them in the last year. */
const isUnmentioned = { state: 'removed', posts: { none: {} }, coauthored: { none: {} }, activities: { none: {} } } satisfies Prisma.UserWhereInput

/** Removes the account. The posts stay under the person's name, or go over to `postsTo`. */
export async function removeUser(viewer: Viewer, id: number, { postsTo }: { postsTo?: number } = {}): Promise<void> {
  authorise(viewer, 'user.remove')
  await transact(async (tx, touch) => {
    await keepAnOwner(tx, id)
    const { name } = await getPerson(tx, id)
    await touchPosts(tx, id, touch)
    if (postsTo !== undefined) {
      if (postsTo === id) throw new AppError('invalid')
      await getPerson(tx, postsTo)
      await tx.post.updateMany({ where: { authorId: id }, data: { authorId: postsTo } })
      await giveCoauthorship(tx, id, postsTo)
      const { externalId } = await tx.user.findUniqueOrThrow({ where: { id }, select: { externalId: true } })
      await joinKnown(tx, { id, externalId }, postsTo)
    }
    await takeWaysIn(tx, id)
    await tx.user.update({ where: { id }, data: { state: 'removed', email: null, passwordHash: null, bio: '', pictureId: null } })
    await tx.user.deleteMany({ where: { id, ...isUnmentioned } })
    await record(tx, viewer, 'account.remove', `user:${id}`, name)
  })
}

/** For the clock: the names of removed people, once nothing stands under them. */
export async function forgetRemovedPeople(): Promise<void> {
  await transact(async (tx) => {
    await tx.user.deleteMany({ where: isUnmentioned })
  })
}

async function takeWaysIn(tx: Tx, userId: number): Promise<void> {
  await tx.session.deleteMany({ where: { userId } })
  await tx.passkey.deleteMany({ where: { userId } })
  await dropTotp(tx, userId)
}

/** Where the heir is named already, once is enough. */
async function giveCoauthorship(tx: Tx, from: number, to: number): Promise<void> {
  const shared = await tx.postAuthor.findMany({ where: { userId: from, post: { NOT: writtenBy(to) } }, select: { postId: true } })
  await tx.postAuthor.updateMany({ where: { userId: from, postId: { in: shared.map(({ postId }) => postId) } }, data: { userId: to } })
  await tx.postAuthor.deleteMany({ where: { userId: from } })
  await tx.postAuthor.deleteMany({ where: { userId: to, post: { authorId: to } } })
}
