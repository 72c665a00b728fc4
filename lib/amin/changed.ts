import { transact } from '@/lib/db/transaction'
import { processWide } from '@/lib/process-wide'

const changed = processWide('amin-changed', () => new Set<number>())

/** What the finished pages that show a post's amins say of themselves. */
export function aminTag(postId: number): string {
  return `amin:${postId}`
}

/** Whoever presses sees the new count at once; pages show it within a minute. */
export function noteAmin(postId: number): void {
  changed.add(postId)
}

/** For the clock: a page is made anew once for all presses since, and not for each. */
export async function showNewAmins(): Promise<void> {
  if (changed.size === 0) return
  const posts = [...changed]
  await transact(async (_tx, touch) => touch(...posts.map(aminTag)))
  posts.forEach((id) => changed.delete(id))
}
