import type { Tx } from '@/lib/db/transaction'
import type { Viewer } from '@/lib/viewer'
import { isSameContent, readContent, readRevision, writtenContent } from './content'
import { openFrom, readSaveKey, type From } from './save-key'
import type { PostContent } from './schema'
import type { StoredPost } from './stored'

/** How a save stands to what is stored already. */
export type Standing =
  /** It, or a later one of the same editor, is stored as this revision. */
  | { kind: 'arrived'; revision: number }
  /** Nobody else saved since it began. */
  | { kind: 'next' }
  /** Something else was saved meanwhile. */
  | { kind: 'behind' }

/**
 * Compares a save with what came since the revision that it started from. An editor's own saves, heard of or not,
 * are no one else's; so a retry, a double send, and two that overtook each other are no conflict.
 */
export async function standingOf(tx: Tx, viewer: NonNullable<Viewer>, post: StoredPost, from: From): Promise<Standing> {
  const { revision, key, editors } = openFrom(from)
  const same = key && (await tx.revision.findUnique({ where: { saveKey: key }, select: { postId: true, userId: true, revision: true } }))
  if (same && same.postId === post.id && same.userId === viewer.id) return { kind: 'arrived', revision: same.revision }
  if (key === null) return { kind: post.revision === revision ? 'next' : 'behind' }
  // With the revision itself: a draft may have been begun by a later save than this one.
  const rows = await tx.revision.findMany({
    where: { postId: post.id, revision: { gte: revision } }, orderBy: { revision: 'asc' }, select: { revision: true, saveKey: true, userId: true },
  })
  const isOwn = (row: (typeof rows)[number]) => row.userId === viewer.id && row.saveKey !== null && editors.includes(readSaveKey(row.saveKey).editor)
  const later = rows.findLast((row) => isOwn(row) && isLater(row.saveKey!, key))
  if (later) return { kind: 'arrived', revision: later.revision }
  const since = rows.filter((row) => row.revision > revision)
  return { kind: since.length === post.revision - revision && since.every(isOwn) ? 'next' : 'behind' }
}

function isLater(stored: string, key: string): boolean {
  const [a, b] = [readSaveKey(stored), readSaveKey(key)]
  return a.editor === b.editor && a.number > b.number
}

/** The revision as which this very text of the same editors came before others went on from it; null when it never came. */
export async function findArrivedText(tx: Tx, viewer: NonNullable<Viewer>, post: StoredPost, from: From, content: PostContent | undefined): Promise<number | null> {
  const { revision, editors } = openFrom(from)
  if (!content || editors.length === 0) return null
  const rows = await tx.revision.findMany({
    where: { postId: post.id, userId: viewer.id, revision: { gt: revision }, saveKey: { not: null } }, orderBy: { revision: 'desc' }, take: 50,
    select: { revision: true, saveKey: true, content: true },
  })
  const own = rows.filter(({ saveKey }) => editors.includes(readSaveKey(saveKey!).editor))
  return own.find((row) => isSameContent(readContent(row.content), content))?.revision ?? null
}

/** Whether nobody changed the text since `from`, whatever else was done to the post; or wrote the very same. */
export async function isTextUntouched(tx: Tx, post: StoredPost, from: From, content: PostContent): Promise<boolean> {
  const written = await writtenContent(tx, post.id)
  if (isSameContent(written, content)) return true
  const base = await tx.revision.findFirst({
    where: { postId: post.id, revision: { lte: openFrom(from).revision } }, orderBy: { revision: 'desc' }, select: { content: true },
  })
  return base !== null && isSameContent(written, await readRevision(tx, post.id, base.content))
}
