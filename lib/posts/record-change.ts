import { record, type Did } from '@/lib/activity/record'
import type { Viewer } from '@/lib/viewer'
import type { PostStatus } from './schema'
import type { StoredPost, Work } from './stored'

/** Writes down what others would want to know of a change: not each save, but what became of the post. */
export async function recordChange({ tx }: Work, viewer: Viewer, before: StoredPost, after: StoredPost): Promise<void> {
  const did = before.status === after.status ? whatElse(before, after) : whatHappened(viewer, before, after.status)
  if (did) await record(tx, viewer, did, `post:${after.id}`, after.title)
}

function whatHappened(viewer: Viewer, { status: before, ...post }: StoredPost, after: PostStatus): Did {
  if (after === 'trashed') return 'post.trash'
  if (before === 'trashed') return 'post.restore'
  if (after === 'published') return 'post.publish'
  if (after === 'scheduled') return 'post.schedule'
  if (after === 'withdrawn') return 'post.withdraw'
  if (after === 'review') return 'post.hand-in'
  const isTheirs = viewer?.id === post.authorId || post.coauthors.some(({ userId }) => userId === viewer?.id)
  return before === 'review' && !isTheirs ? 'post.return' : 'post.draft'
}

function whatElse(before: StoredPost, after: StoredPost): Did | null {
  if (before.authorId !== after.authorId) return 'post.author'
  const isMoved = after.status === 'scheduled' && before.scheduledAt?.getTime() !== after.scheduledAt?.getTime()
  return isMoved ? 'post.schedule' : null
}
