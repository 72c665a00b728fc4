import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { tidyBody } from './columns'
import { isSameContent, writtenContent } from './content'
import { openFrom, type From } from './save-key'
import type { PostContent, PostKind, PostStatus } from './schema'
import { findArrivedText, isTextUntouched, standingOf } from './standing'
import { storeChange } from './store'
import { storedSelect, toSaved, type Change, type SavedPost, type StoredPost, type Work } from './stored'

export type Deed = 'edit' | 'publish' | 'trash'

type Decide = (post: StoredPost, work: Work) => Change | Promise<Change>

/**
 * Does one thing to one post: finds it for this viewer, sees that nobody saved since, stores what `decide` says.
 * A save that arrived already is not done again, and what it left is given back.
 * @throws AppError not_found, forbidden, conflict `post.changed`
 */
export async function changePost(viewer: Viewer, id: number, from: From, deed: Deed, decide: Decide): Promise<SavedPost> {
  return transact(async (tx, touch) => changeIn({ tx, touch }, viewer, id, from, deed, decide))
}

/** The same within a transaction. */
export async function changeIn(work: Work, viewer: Viewer, id: number, from: From, deed: Deed, decide: Decide): Promise<SavedPost> {
  // Two saves of one editor at once are told apart only one after the other.
  await exclusive(work.tx, `post ${id}`)
  const post = await findToChange(work.tx, viewer, id, deed)
  authorise(viewer, 'admin.enter')
  const standing = await standingOf(work.tx, viewer, post, from)
  if (standing.kind === 'arrived') return { ...toSaved(post), revision: standing.revision }
  const change = tidied(await decide(post, work))
  if (isPause(change) && isSameContent(await writtenContent(work.tx, id), change.content)) return toSaved(post)
  if (standing.kind === 'behind') {
    const before = isPause(change) ? await findArrivedText(work.tx, viewer, post, from, change.content) : null
    if (before !== null) return { ...toSaved(post), revision: before }
    if (!(await isHarmless(work, post, from, change))) throw new AppError('conflict', 'post.changed')
  }
  return toSaved(await storeChange(work, viewer, post, change, openFrom(from).key))
}

/** Nothing but the text, as far as it is written. */
function isPause(change: Change): change is Change & { content: PostContent } {
  return change.content !== undefined && !change.kind && !change.data
}

/** As it would be stored, so that it can be compared. */
function tidied({ content, ...change }: Change): Change {
  return content ? { ...change, content: { ...content, body: tidyBody(content.body) } } : change
}

/** Writing on is no conflict with somebody who did something else to the post, such as planning it. */
async function isHarmless({ tx }: Work, post: StoredPost, from: From, { content, data }: Change): Promise<boolean> {
  if (typeof from === 'number' || !content || data?.status) return false
  return isTextUntouched(tx, post, from, content)
}

/**
 * The post, when `viewer` may do this to it.
 * @throws AppError not_found when they may not even see it, forbidden when they may not do it
 */
export async function findToChange(tx: Tx, viewer: Viewer, id: number, deed: Deed): Promise<StoredPost> {
  const post = await findToRead(tx, viewer, id)
  authorisePost(viewer, deed, post)
  return post
}

/** @throws AppError not_found when they may not see it */
export async function findToRead(tx: Tx, viewer: Viewer, id: number): Promise<StoredPost> {
  const post = await tx.post.findUnique({ where: { id }, select: storedSelect })
  if (!post || !can(viewer, 'post.view', post)) throw new AppError('not_found')
  return post
}

/** A page is an editor's matter whoever wrote it; a post in the trash is judged by what it was. */
export function authorisePost(
  viewer: Viewer, deed: Deed,
  post: { kind: PostKind; authorId: number; coauthors?: { userId: number }[]; status: PostStatus; trashedFrom?: PostStatus | null },
): asserts viewer {
  const thing = { authorId: post.authorId, coauthors: post.coauthors, status: post.trashedFrom ?? post.status }
  if (post.kind === 'page') authorise(viewer, 'page.edit')
  else if (deed === 'publish') authorise(viewer, 'post.publish', thing)
  else authorise(viewer, deed === 'trash' ? 'post.trash' : 'post.edit', thing)
}
