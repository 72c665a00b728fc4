import { db } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'

export type Target = { kind: 'post' | 'comment'; id: number }

/** Amins of all days of one post or comment. */
export async function sumAmins({ kind, id }: Target, from: Pick<Tx, 'postAmin' | 'commentAmin'> = db): Promise<number> {
  const { _sum } = kind === 'post'
    ? await from.postAmin.aggregate({ where: { postId: id }, _sum: { count: true } })
    : await from.commentAmin.aggregate({ where: { commentId: id }, _sum: { count: true } })
  return _sum.count ?? 0
}

/** Amins of a post's comments, by comment; one without any is not in the map. */
export async function listCommentAmins(postId: number): Promise<Map<number, number>> {
  const sums = await db.commentAmin.groupBy({ by: ['commentId'], where: { comment: { postId, status: 'visible' } }, _sum: { count: true } })
  return new Map(sums.map(({ commentId, _sum }) => [commentId, _sum.count ?? 0]))
}
