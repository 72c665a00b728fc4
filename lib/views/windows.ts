import { dayInZone, type Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { processWide } from '@/lib/process-wide'
import { putSetting } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'

/** Days in each window of the ranking; `total` has no end. */
export const windowDays = { week: 7, month: 30, year: 365 } as const
/** How long starting figures take to fade, in days. */
export const fadeDays = 90

/** The day up to which the windows have been moved. */
const key = 'views.rankedDay'
/** Posts whose rows one statement changes: it may take a few milliseconds of the thread that serves readers. */
const chunk = 400
/** The same for rows of which all four indexes change. */
const rankedAtOnce = 100
/** After a longer pause it is quicker to add up anew than to move day by day. */
const longPause = 14

const known = processWide('ranked day', () => ({ day: undefined as Day | undefined }))

/** For the clock: at midnight, the day that leaves each window is taken out of it. Costs nothing on other seconds. */
export async function moveWindows(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const today = dayInZone(now, timeZone)
  if (known.day !== undefined && known.day >= today) return
  known.day = await transact(async (tx) => {
    // One instance does it; the others find it done.
    await exclusive(tx, 'views')
    const ranked = await rankedDay(tx)
    if (ranked === null || today - ranked > longPause) return addUpAnew(tx, today)
    for (let day = ranked + 1; day <= today; day++) await moveTo(tx, day)
    if (ranked < today) await putSetting(tx, key, today)
    return Math.max(ranked, today)
  })
}

/** Takes the readers who came since the last time into the windows; each piece is right by itself. */
export async function rankNewReads(): Promise<void> {
  const unranked = await db.unrankedReads.findMany({ select: { postId: true }, orderBy: { postId: 'asc' } })
  await inChunks(unranked.map(({ postId }) => postId), (from, to) => transact(async (tx) => {
    await exclusive(tx, 'views')
    await tx.$executeRaw`
      INSERT INTO "PostReads" ("postId", "week", "month", "year", "total")
      SELECT "postId", "reads", "reads", "reads", "reads" FROM "UnrankedReads" WHERE "postId" BETWEEN ${from} AND ${to}
      ON CONFLICT ("postId") DO UPDATE SET
        "week" = "PostReads"."week" + excluded."week", "month" = "PostReads"."month" + excluded."month",
        "year" = "PostReads"."year" + excluded."year", "total" = "PostReads"."total" + excluded."total"`
    await tx.unrankedReads.deleteMany({ where: { postId: { gte: from, lte: to } } })
  }), rankedAtOnce)
}

/** Adds everything up from the daily rows, as at the first start; for the operator, too. */
export async function rebuildWindows(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  known.day = await transact(async (tx) => {
    await exclusive(tx, 'views')
    return addUpAnew(tx, dayInZone(now, timeZone))
  })
}

/**
 * Adds up these posts' windows anew, after daily rows were written by other ways than counting. Of posts that may be
 * counted meanwhile, the caller holds `exclusive(tx, 'views')`.
 */
export async function rebuildPosts(tx: Tx, ids: number[], now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const day = (await rankedDay(tx)) ?? dayInZone(now, timeZone)
  for (let at = 0; at < ids.length; at += chunk) await addUp(tx, day, Prisma.sql`IN (${Prisma.join(ids.slice(at, at + chunk))})`)
}

export type Difference = { postId: number; window: string; kept: number; real: number }

/** Compares what is kept, or waits to be ranked, with the daily rows; empty when they agree. */
export async function checkWindows(now = new Date()): Promise<Difference[]> {
  const { timeZone } = await getSettings()
  const day = (await rankedDay(db)) ?? dayInZone(now, timeZone)
  const kept = (window: string) => Prisma.sql`coalesce(r.${Prisma.raw(`"${window}"`)}, 0) + coalesce(u."reads", 0)`
  const rows = await db.$queryRaw<Record<string, number | bigint>[]>`
    SELECT * FROM (
      SELECT s."postId", ${kept('week')} AS "week", ${kept('month')} AS "month", ${kept('year')} AS "year", ${kept('total')} AS "total",
        s."week" AS "week2", s."month" AS "month2", s."year" AS "year2", s."total" AS "total2"
      FROM (${sumsOf(day, Prisma.sql`> 0`)}) s LEFT JOIN "PostReads" r ON r."postId" = s."postId" LEFT JOIN "UnrankedReads" u ON u."postId" = s."postId") k
    WHERE "week" <> "week2" OR "month" <> "month2" OR "year" <> "year2" OR "total" <> "total2"`
  return rows.flatMap((row) => ['week', 'month', 'year', 'total'].flatMap((window) => {
    const [kept, real] = [Number(row[window]), Number(row[`${window}2`])]
    return kept === real ? [] : [{ postId: Number(row.postId), window, kept, real }]
  }))
}

/** What is left of starting figures after so many days: linear, whole numbers, nothing after 90 days. */
function left(day: Day): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${day} - f."day" BETWEEN 0 AND ${fadeDays - 1} THEN f."views" * (${fadeDays} - (${day} - f."day")) / ${fadeDays} ELSE 0 END`
}

async function rankedDay(tx: Pick<Tx, 'setting'>): Promise<Day | null> {
  const row = await tx.setting.findUnique({ where: { key }, select: { value: true } })
  return row ? Number(row.value) : null
}

async function moveTo(tx: Tx, day: Day) {
  for (const [name, days] of Object.entries(windowDays)) {
    const leaving = day - days
    const column = Prisma.raw(`"${name}"`)
    const rows = await tx.viewCount.findMany({ where: { day: leaving }, select: { postId: true }, orderBy: { postId: 'asc' } })
    await inChunks(rows.map(({ postId }) => postId), (from, to) => tx.$executeRaw`
      UPDATE "PostReads" SET ${column} = "PostReads".${column} - v."views" FROM "ViewCount" v
      WHERE v."postId" = "PostReads"."postId" AND v."day" = ${leaving} AND v."postId" BETWEEN ${from} AND ${to}`)
  }
  const fading = await tx.startingViews.findMany({ where: { day: { gte: day - fadeDays } }, select: { postId: true }, orderBy: { postId: 'asc' } })
  const step = Prisma.sql`((${left(day)}) - (${left(day - 1)}))`
  await inChunks(fading.map(({ postId }) => postId), (from, to) => tx.$executeRaw`
    UPDATE "PostReads" SET "week" = "PostReads"."week" + ${step}, "month" = "PostReads"."month" + ${step},
      "year" = "PostReads"."year" + ${step}, "total" = "PostReads"."total" + ${step}
    FROM "StartingViews" f WHERE f."postId" = "PostReads"."postId" AND f."postId" BETWEEN ${from} AND ${to}`)
}

async function inChunks(ids: number[], run: (from: number, to: number) => Promise<unknown>, size = chunk) {
  for (let at = 0; at < ids.length; at += size) await run(ids[at]!, ids[Math.min(at + size, ids.length) - 1]!)
}

async function addUpAnew(tx: Tx, day: Day): Promise<Day> {
  const posts = await tx.post.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  await inChunks(posts.map(({ id }) => id), (from, to) => addUp(tx, day, Prisma.sql`BETWEEN ${from} AND ${to}`))
  await putSetting(tx, key, day)
  return day
}

async function addUp(tx: Tx, day: Day, which: Prisma.Sql) {
  await tx.$executeRaw`DELETE FROM "UnrankedReads" WHERE "postId" ${which}`
  await tx.$executeRaw`
    INSERT INTO "PostReads" ("postId", "week", "month", "year", "total")
    SELECT "postId", "week", "month", "year", "total" FROM (${sumsOf(day, which)}) s WHERE true
    ON CONFLICT ("postId") DO UPDATE SET
      "week" = excluded."week", "month" = excluded."month", "year" = excluded."year", "total" = excluded."total"`
}

/** The windows of posts whose id is `which`, added up from the daily rows, with what is left of starting figures. */
function sumsOf(day: Day, which: Prisma.Sql): Prisma.Sql {
  const since = (days: number) => Prisma.sql`coalesce(sum(CASE WHEN v."day" > ${day - days} THEN v."views" ELSE 0 END), 0) + coalesce(max(${left(day)}), 0)`
  return Prisma.sql`
    SELECT p."id" AS "postId", ${since(windowDays.week)} AS "week", ${since(windowDays.month)} AS "month",
      ${since(windowDays.year)} AS "year", coalesce(sum(v."views"), 0) + coalesce(max(${left(day)}), 0) AS "total"
    FROM "Post" p LEFT JOIN "ViewCount" v ON v."postId" = p."id" LEFT JOIN "StartingViews" f ON f."postId" = p."id"
    WHERE p."id" ${which} GROUP BY p."id"`
}
