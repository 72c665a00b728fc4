import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { processWide } from '@/lib/process-wide'
import { getSettings } from '@/lib/settings/queries'

export type Window = 'week' | 'month' | 'year' | 'all'

const daysOf: Record<Window, number> = { week: 7, month: 30, year: 365, all: Infinity }
/** Enough for ten on a page, without the page's own post and those that leave in between. */
const kept = 40
const minute = 60_000

type Ranking = { ids: number[]; at: number }
const rankings = processWide('rankings', () => new Map<Window, Ranking>())

/** Ids of the most read public posts in the window, most first; ties newer first. Never older than a minute. */
export async function mostRead(window: Window, now = Date.now()): Promise<number[]> {
  const known = rankings.get(window)
  if (known && now - known.at < minute && now >= known.at) return known.ids
  const ids = await rank(window, new Date(now))
  rankings.set(window, { ids, at: now })
  return ids
}

/** After a post came or went. */
export function forgetRankings(): void {
  rankings.clear()
}

/** For the clock, each minute: pages that show the list are thrown away only when it has changed. */
export async function refreshRankings(now = new Date()): Promise<void> {
  const { popularWindow, popularCount } = await getSettings()
  const before = rankings.get(popularWindow)?.ids
  const ids = await rank(popularWindow, now)
  rankings.clear()
  rankings.set(popularWindow, { ids, at: now.getTime() })
  // One more than is shown: each page leaves its own post out.
  const shown = (list: number[]) => list.slice(0, popularCount + 1).join()
  if (!before || shown(before) !== shown(ids)) await transact(async (_, touch) => touch('popular'))
}

async function rank(window: Window, now: Date): Promise<number[]> {
  const { timeZone } = await getSettings()
  const days = daysOf[window]
  const from = Number.isFinite(days) ? dayInZone(now, timeZone) - days + 1 : 0
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT v."postId" AS "id"
    FROM "ViewCount" v JOIN "Post" p ON p."id" = v."postId"
    WHERE v."day" >= ${from} AND p."status" = 'published' AND p."kind" = 'post'
    GROUP BY v."postId", p."publishedAt"
    ORDER BY sum(v."views") DESC, p."publishedAt" DESC, v."postId" DESC
    LIMIT ${kept}`
  return rows.map(({ id }) => Number(id))
}
