import { AppError } from '@/lib/errors'
import { changePost } from '@/lib/posts/change'
import { refuseTrashed } from '@/lib/posts/commands'
import { readRevision } from '@/lib/posts/content'
import type { SavedPost } from '@/lib/posts/stored'
import type { Viewer } from '@/lib/viewer'

/**
 * Goes on from how a post was. What is written now stays among the revisions; readers of a public post keep what
 * they have until somebody gives it to them.
 * @throws AppError not_found when that revision is not the post's, conflict `post.changed`
 */
export async function restoreRevision(viewer: Viewer, postId: number, from: number, revision: number): Promise<SavedPost> {
  return changePost(viewer, postId, from, 'edit', async (post, { tx }) => {
    refuseTrashed(post)
    const row = await tx.revision.findUnique({ where: { postId_revision: { postId, revision } }, select: { content: true } })
    if (!row) throw new AppError('not_found')
    return { content: await readRevision(tx, postId, row.content), kind: 'restored', isWorking: post.status === 'published' }
  })
}
