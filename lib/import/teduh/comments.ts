import { insertRows } from '@/lib/db/insert-rows'
import type { Tx } from '@/lib/db/transaction'
import { refuse } from '../refuse'
import { inChunks } from './in-chunks'
import type { TeduhPost } from './schema'

type Comment = TeduhPost['comments'][number] & { postId: number }

const columns = {
  id: 'int', postId: 'int', externalId: 'text', parentId: 'int', status: '"CommentStatus"', name: 'text', body: 'text', email: 'text', userId: 'int', notify: 'boolean',
  createdAt: 'timestamp', editedAt: 'timestamp', decidedAt: 'timestamp', importHash: 'text',
} as const

/** @throws AppError `import.json` when one answers what is not there */
export async function writeComments(tx: Tx, posts: TeduhPost[], people: Set<number>): Promise<void> {
  for (const comments of byDepth(posts)) {
    const rows = comments.map(({ amins: _, userId, ...comment }) => ({ ...comment, userId: userId !== null && people.has(userId) ? userId : null }))
    await inChunks(rows, (some) => insertRows(tx, 'Comment', columns, some))
  }
  const amins = posts.flatMap(({ comments }) => comments.flatMap(({ id, amins }) => amins.map(([day, count]) => ({ commentId: id, day, count }))))
  await inChunks(amins, (data) => tx.commentAmin.createMany({ data }))
}

/** Who answers comes after what is answered. */
function byDepth(posts: TeduhPost[]): Comment[][] {
  const levels: Comment[][] = []
  for (const { id: postId, comments } of posts) {
    let left: Comment[] = comments.map((comment) => ({ ...comment, postId }))
    const placed = new Set<number | null>([null])
    for (let depth = 0; left.length > 0; depth++) {
      const now = left.filter(({ parentId }) => placed.has(parentId))
      if (now.length === 0) throw refuse('json')
      ;(levels[depth] ??= []).push(...now)
      left = left.filter(({ parentId }) => !placed.has(parentId))
      for (const { id } of now) placed.add(id)
    }
  }
  return levels
}
