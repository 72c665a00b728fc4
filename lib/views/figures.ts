import type { Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/sqlite/client'

/** Whose posts: one post, those that somebody wrote (also with others), or all. */
export type Scope = { writerId?: number; postId?: number }
export type DayFigures = { day: Day; views: number }
export type Figures = {
  from: Day
  to: Day
  /** Every day of the range, days without a reader too. */
  perDay: DayFigures[]
  /** All readers counted; `similar`, `noScript` and `phone` are parts of them. */
  counted: number
  similar: number
  noScript: number
  phone: number
  sources: { source: string; views: number }[]
  /** Hits that were not counted, by reason; received is counted and these. */
  discarded: Record<string, number>
}

/** Days that one statement adds up: SQLite answers on the thread that serves readers, and years would hold it. */
const step = 31

/** What page, API and CSV say of a range; both days included. */
export async function figuresOf(from: Day, to: Day, scope: Scope = {}): Promise<Figures> {
  const byDay = new Map<Day, number>()
  const bySource = new Map<string, number>()
  const discarded: Record<string, number> = {}
  const sums = { counted: 0, similar: 0, noScript: 0, phone: 0 }
  for (const [first, last] of pieces(from, to)) {
    for (const row of await daysOf(first, last, scope)) {
      byDay.set(row.day, Number(row.views))
      sums.counted += Number(row.views)
      for (const part of ['similar', 'noScript', 'phone'] as const) sums[part] += Number(row[part])
    }
    for (const { source, views } of await sourcesOf(first, last, scope)) bySource.set(source, (bySource.get(source) ?? 0) + Number(views))
    for (const { reason, hits } of await discardedIn(first, last, scope)) discarded[reason] = (discarded[reason] ?? 0) + Number(hits)
  }
  return {
    from, to, ...sums, discarded,
    perDay: Array.from({ length: to - from + 1 }, (_, i) => ({ day: from + i, views: byDay.get(from + i) ?? 0 })),
    sources: [...bySource].map(([source, views]) => ({ source, views })).sort((a, b) => b.views - a.views || a.source.localeCompare(b.source)),
  }
}

/** The most read posts of a range, most first. */
export async function mostReadIn(from: Day, to: Day, take: number, scope: Scope = {}): Promise<{ postId: number; views: number }[]> {
  const sums = new Map<number, number>()
  for (const [first, last] of pieces(from, to)) {
    const rows = await db.$queryRaw<{ postId: number; views: number | bigint }[]>`
      SELECT "postId", sum("views") AS "views" FROM "ViewCount"
      WHERE "day" BETWEEN ${first} AND ${last} AND ${within(scope)} GROUP BY "postId"`
    for (const { postId, views } of rows) sums.set(postId, (sums.get(postId) ?? 0) + Number(views))
  }
  return [...sums].map(([postId, views]) => ({ postId, views })).filter(({ views }) => views > 0)
    .sort((a, b) => b.views - a.views || b.postId - a.postId).slice(0, take)
}

export type DailyRow = { day: Day; postId: number; path: string | null; title: string; views: number; phone: number; similar: number; noScript: number }

/** Every post's every day, oldest first, a piece at a time; for the CSV. */
export async function* dailyRows(from: Day, to: Day, scope: Scope = {}): AsyncGenerator<DailyRow[]> {
  for (const [first, last] of pieces(from, to)) {
    yield await db.$queryRaw<DailyRow[]>`
      SELECT v."day", v."postId", p."path", p."title", v."views", v."phone", v."similar", v."noScript"
      FROM "ViewCount" v JOIN "Post" p ON p."id" = v."postId"
      WHERE v."day" BETWEEN ${first} AND ${last} AND ${within(scope, 'v.')} ORDER BY v."day", v."postId"`
  }
}

function* pieces(from: Day, to: Day): Generator<[Day, Day]> {
  for (let first = from; first <= to; first += step) yield [first, Math.min(first + step - 1, to)]
}

/** `of`: the table's name in the statement, with a dot. */
function within({ writerId, postId }: Scope, of = ''): Prisma.Sql {
  const column = Prisma.raw(`${of}"postId"`)
  if (postId !== undefined) return Prisma.sql`${column} = ${postId}`
  if (writerId !== undefined) return Prisma.sql`${column} IN (SELECT "id" FROM "Post" WHERE "authorId" = ${writerId} UNION ALL SELECT "postId" FROM "PostAuthor" WHERE "userId" = ${writerId})`
  return Prisma.sql`1 = 1`
}

type DayRow = { day: Day } & Record<'views' | 'similar' | 'noScript' | 'phone', number | bigint>

function daysOf(first: Day, last: Day, scope: Scope) {
  return db.$queryRaw<DayRow[]>`
    SELECT "day", sum("views") AS "views", sum("similar") AS "similar", sum("noScript") AS "noScript", sum("phone") AS "phone"
    FROM "ViewCount" WHERE "day" BETWEEN ${first} AND ${last} AND ${within(scope)} GROUP BY "day"`
}

function sourcesOf(first: Day, last: Day, scope: Scope) {
  return db.$queryRaw<{ source: string; views: number | bigint }[]>`
    SELECT "source", sum("views") AS "views" FROM "ViewSource"
    WHERE "day" BETWEEN ${first} AND ${last} AND ${within(scope)} GROUP BY "source"`
}

/** Hits on no post belong to no author; they show in the figures of the whole site only. */
function discardedIn(first: Day, last: Day, scope: Scope) {
  return db.$queryRaw<{ reason: string; hits: number | bigint }[]>`
    SELECT "reason", sum("hits") AS "hits" FROM "DiscardedHits"
    WHERE "day" BETWEEN ${first} AND ${last} AND ${within(scope)} GROUP BY "reason"`
}
