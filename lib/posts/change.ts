import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import type { PostKind, PostStatus } from './schema'
import { storeChange } from './store'
import { storedSelect, toSaved, type Change, type SavedPost, type StoredPost, type Work } from './stored'

export type Deed = 'edit' | 'publish' | 'trash'

/**
 * Does one thing to one post: finds it for this viewer, sees that nobody saved since, stores what `decide` says.
 * @throws AppError not_found, forbidden, conflict `post.changed`
 */
export async function changePost(
  viewer: Viewer, id: number, revision: number, deed: Deed,
  decide: (post: StoredPost, work: Work) => Change | Promise<Change>,
): Promise<SavedPost> {
  return transact(async (tx, touch) => {
    const post = await findToChange(tx, viewer, id, deed)
    if (post.revision !== revision) throw new AppError('conflict', 'post.changed')
    const work = { tx, touch }
    return toSaved(await storeChange(work, viewer, post, await decide(post, work)))
  })
}

/**
 * The post, when `viewer` may do this to it.
 * @throws AppError not_found when they may not even see it, forbidden when they may not do it
 */
export async function findToChange(tx: Tx, viewer: Viewer, id: number, deed: Deed): Promise<StoredPost> {
  const post = await tx.post.findUnique({ where: { id }, select: storedSelect })
  if (!post || !can(viewer, 'post.view', post)) throw new AppError('not_found')
  authorisePost(viewer, deed, post)
  return post
}

/** A page is an editor's matter whoever wrote it; a post in the trash is judged by what it was. */
export function authorisePost(
  viewer: Viewer, deed: Deed,
  post: { kind: PostKind; authorId: number; status: PostStatus; trashedFrom?: PostStatus | null },
): asserts viewer {
  const thing = { authorId: post.authorId, status: post.trashedFrom ?? post.status }
  if (post.kind === 'page') authorise(viewer, 'page.edit')
  else if (deed === 'publish') authorise(viewer, 'post.publish', thing)
  else authorise(viewer, deed === 'trash' ? 'post.trash' : 'post.edit', thing)
}
