import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { authorisePost, changePost } from './change'
import type { PostContent, PostKind, PostStatus } from './schema'
import { storeChange } from './store'
import { storedSelect, toSaved, type SavedPost } from './stored'

/** Begins a draft. Pages are an editor's matter. */
export async function createPost(viewer: Viewer, kind: PostKind, content: PostContent): Promise<SavedPost> {
  authorise(viewer, 'post.create')
  authorisePost(viewer, 'edit', { kind, authorId: viewer.id, status: 'draft' })
  const { language } = await getSettings()
  return transact(async (tx, touch) => {
    const post = await tx.post.create({ data: { kind, lang: language, authorId: viewer.id }, select: storedSelect })
    return toSaved(await storeChange({ tx, touch }, viewer, post, { content }))
  })
}

/**
 * Saves what was written; readers of a public post see it at once.
 * @throws AppError conflict `post.changed` when somebody saved since `revision`
 */
export async function savePost(viewer: Viewer, id: number, revision: number, content: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, revision, 'edit', (post) => {
    refuseTrashed(post)
    return { content }
  })
}

/** A contributor hands a draft in for review. */
export async function handInPost(viewer: Viewer, id: number, revision: number, content?: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, revision, 'edit', (post) => {
    if (post.status !== 'draft' && post.status !== 'review') throw new AppError('invalid', 'post.not_draft')
    return { content, data: { status: 'review' } }
  })
}

/** Gives a post to another author; an editor's matter. */
export async function changeAuthor(viewer: Viewer, id: number, revision: number, authorId: number): Promise<SavedPost> {
  authorise(viewer, 'post.assign')
  return changePost(viewer, id, revision, 'edit', async (_, { tx }) => {
    const author = await tx.user.findFirst({ where: { id: authorId, state: { not: 'removed' } }, select: { id: true } })
    if (!author) throw new AppError('invalid', 'post.author', { fields: { authorId: 'post.author' } })
    return { data: { authorId } }
  })
}

/** @throws AppError invalid `post.trashed` */
export function refuseTrashed(post: { status: PostStatus }): void {
  if (post.status === 'trashed') throw new AppError('invalid', 'post.trashed')
}
