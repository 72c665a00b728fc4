import { db } from '@/lib/db/client'
import type { Day } from '@/lib/clock'
import { mostRead, type Window } from './ranking'

/** The most read public posts of the window, most first, without `except`; fewer when there are fewer. */
export async function listPopularPosts({ except, take, window }: { except?: number; take: number; window: Window }): Promise<{ id: number }[]> {
  const ids = await mostRead(window)
  return ids.filter((id) => id !== except).slice(0, take).map((id) => ({ id }))
}

/** Readers of a post from `from` to `to`, both included; all days without them. */
export async function countViews(postId: number, from: Day = 0, to: Day = 100_000): Promise<number> {
  const { _sum } = await db.viewCount.aggregate({ where: { postId, day: { gte: from, lte: to } }, _sum: { views: true } })
  return _sum.views ?? 0
}

/** Readers of each of these posts, on all days. */
export async function viewsByPost(ids: number[]): Promise<Map<number, number>> {
  const rows = await db.viewCount.groupBy({ by: ['postId'], where: { postId: { in: ids } }, _sum: { views: true } })
  return new Map(rows.map(({ postId, _sum }) => [postId, _sum.views ?? 0]))
}

type Scope = { authorId?: number }

/** Readers per day, from `from` to `to`; days without any are 0. */
export async function viewsPerDay(from: Day, to: Day, scope: Scope = {}): Promise<{ day: Day; views: number }[]> {
  const rows = await db.viewCount.groupBy({ by: ['day'], where: { day: { gte: from, lte: to }, post: scope }, _sum: { views: true } })
  const byDay = new Map(rows.map(({ day, _sum }) => [day, _sum.views ?? 0]))
  return Array.from({ length: to - from + 1 }, (_, i) => ({ day: from + i, views: byDay.get(from + i) ?? 0 }))
}

/** The most read posts between two days. */
export async function listMostRead(from: Day, to: Day, take: number, scope: Scope = {}): Promise<{ postId: number; views: number }[]> {
  const rows = await db.viewCount.groupBy({
    by: ['postId'], where: { day: { gte: from, lte: to }, post: scope },
    _sum: { views: true }, orderBy: { _sum: { views: 'desc' } }, take,
  })
  return rows.map(({ postId, _sum }) => ({ postId, views: _sum.views ?? 0 }))
}

/** Why the figure is what it is: what was counted, and what was not, by reason. */
export async function whyThisFigure(from: Day, to: Day, scope: Scope = {}): Promise<{ counted: number; discarded: Record<string, number> }> {
  const days = { gte: from, lte: to }
  // Hits on no post belong to no author; they show in the figures of the whole site only.
  const where = scope.authorId === undefined ? { day: days } : { day: days, post: scope }
  const [{ _sum }, rows] = await Promise.all([
    db.viewCount.aggregate({ where: { day: days, post: scope }, _sum: { views: true } }),
    db.discardedHits.groupBy({ by: ['reason'], where, _sum: { hits: true } }),
  ])
  return { counted: _sum.views ?? 0, discarded: Object.fromEntries(rows.map((row) => [row.reason, row._sum.hits ?? 0])) }
}
