import { db } from '@/lib/db/client'
import { mostRead, mostReadUnder, type Window } from './ranking'

/** The most read public posts of the window, most first, without `except`; fewer when there are fewer. */
export async function listPopularPosts({ except, take, window }: { except?: number; take: number; window: Window }): Promise<{ id: number }[]> {
  const ids = await mostRead(window)
  return ids.filter((id) => id !== except).slice(0, take).map((id) => ({ id }))
}

/** The same for a label's posts, or all. */
export async function listMostRead({ label, take, window }: { label: string | null; take: number; window: Window }): Promise<{ id: number }[]> {
  const ids = label === null ? await mostRead(window) : await mostReadUnder(label, window)
  return ids.slice(0, take).map((id) => ({ id }))
}

/** Readers of each of these posts, on all days. */
export async function viewsByPost(ids: number[]): Promise<Map<number, number>> {
  const rows = await db.viewCount.groupBy({ by: ['postId'], where: { postId: { in: ids } }, _sum: { views: true } })
  return new Map(rows.map(({ postId, _sum }) => [postId, _sum.views ?? 0]))
}
