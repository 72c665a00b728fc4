import type { Tx } from '@/lib/db/transaction'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { changePost, findToRead } from '@/lib/posts/change'
import type { SavedPost } from '@/lib/posts/stored'
import type { Viewer } from '@/lib/viewer'

/** Says something about a post to the others who work on it. Readers never see it. */
export async function addNote(viewer: Viewer, postId: number, body: string): Promise<void> {
  await transact(async (tx) => {
    await findToRead(tx, viewer, postId)
    authorise(viewer, 'admin.enter')
    await insertNote(tx, viewer.id, postId, body)
  })
}

/** Takes one's own words back. @throws AppError not_found, also for somebody else's */
export async function removeNote(viewer: Viewer, id: number): Promise<void> {
  authorise(viewer, 'admin.enter')
  await transact(async (tx) => {
    const { count } = await tx.reviewNote.deleteMany({ where: { id, userId: viewer.id } })
    if (count === 0) throw new AppError('not_found')
  })
}

/**
 * Gives what was handed in back to its author, with a word about why; it is a draft again.
 * @throws AppError conflict `post.changed`, invalid `post.not_review`
 */
export async function returnPost(viewer: Viewer, id: number, revision: number, body: string): Promise<SavedPost> {
  authorise(viewer, 'post.review')
  return changePost(viewer, id, revision, 'edit', async (post, { tx }) => {
    if (post.status !== 'review') throw new AppError('invalid', 'post.not_review')
    await insertNote(tx, viewer.id, id, body)
    return { data: { status: 'draft' } }
  })
}

async function insertNote(tx: Tx, userId: number, postId: number, body: string): Promise<void> {
  await tx.reviewNote.create({ data: { userId, postId, body } })
}
