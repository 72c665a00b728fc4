import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import { transact } from '@/lib/db/transaction'
import { purge } from '@/lib/page-cache/purge'
import { processWide } from '@/lib/process-wide'
import { getSettings } from '@/lib/settings/queries'
import { rankNewReads } from './windows'

export type Window = 'week' | 'month' | 'year' | 'all'

const columns: Record<Window, string> = { week: 'week', month: 'month', year: 'year', all: 'total' }
/** Enough for ten on a page, without the page's own post and those that leave in between. */
const kept = 40
const minute = 60_000

type Ranking = { ids: number[]; at: number }
const rankings = processWide('rankings', () => new Map<Window, Ranking>())

/** Ids of the most read public posts in the window, most first; ties newer first. Never older than a minute. */
export async function mostRead(window: Window, now = Date.now()): Promise<number[]> {
  const known = rankings.get(window)
  if (known && now - known.at < minute && now >= known.at) return known.ids
  const ids = await rank(window)
  rankings.set(window, { ids, at: now })
  return ids
}

/** After a post came or went. */
export function forgetRankings(): void {
  rankings.clear()
}

/** For the clock, each minute: pages that show the list are thrown away only when it has changed. */
export async function refreshRankings(now = new Date()): Promise<void> {
  await rankNewReads()
  const { popularWindow, popularCount } = await getSettings()
  const before = rankings.get(popularWindow)?.ids
  const ids = await rank(popularWindow)
  rankings.clear()
  rankings.set(popularWindow, { ids, at: now.getTime() })
  // The pages of whole rankings are few and always differ a little.
  purge('rankings')
  // One more than is shown: each page leaves its own post out.
  const shown = (list: number[]) => list.slice(0, popularCount + 1).join()
  if (!before || shown(before) !== shown(ids)) await transact(async (_, touch) => touch('popular'))
}

/** The same among the posts under a label; asked for by one page of its own, so not kept here. */
export async function mostReadUnder(label: string, window: Window): Promise<number[]> {
  const column = Prisma.raw(`r."${columns[window]}"`)
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT p."id"
    FROM "Label" l JOIN "PostLabel" pl ON pl."labelId" = l."id" JOIN "PostReads" r ON r."postId" = pl."postId" JOIN "Post" p ON p."id" = r."postId"
    WHERE l."name" = ${label} AND ${column} > 0 AND p."status" = 'published' AND p."kind" = 'post'
    ORDER BY ${column} DESC, p."publishedAt" DESC, p."id" DESC
    LIMIT ${kept}`
  return rows.map(({ id }) => Number(id))
}

async function rank(window: Window): Promise<number[]> {
  const column = Prisma.raw(`r."${columns[window]}"`)
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT p."id"
    FROM "PostReads" r JOIN "Post" p ON p."id" = r."postId"
    WHERE ${column} > 0 AND p."status" = 'published' AND p."kind" = 'post'
    ORDER BY ${column} DESC, p."publishedAt" DESC, p."id" DESC
    LIMIT ${kept}`
  return rows.map(({ id }) => Number(id))
}
