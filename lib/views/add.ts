import type { Day } from '@/lib/clock'
import { rowsOf } from '@/lib/db/dialect'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import type { DiscardReason } from './schema'

/** Hits that are added together. `reason` null: counted. `similar`, `noScript` and `phone` are parts of `n`. */
export type Sum = {
  post: number | null; day: Day; reason: DiscardReason | null; source: string
  n: number; similar: number; noScript: number; phone: number
}

/** Adds readers to their posts' days. */
export function addViews(sums: Sum[]): Prisma.Sql {
  const rows = sums.map(({ post, day, n, similar, noScript, phone }) => ({ p: post!, d: day, n, s: similar, x: noScript, m: phone }))
  return Prisma.sql`
    INSERT INTO "ViewCount" ("postId", "day", "views", "similar", "noScript", "phone")
    SELECT r."p", r."d", r."n", r."s", r."x", r."m" FROM ${rowsOf(rows, { p: 'int', d: 'int', n: 'int', s: 'int', x: 'int', m: 'int' }, 'r')} WHERE true
    ON CONFLICT ("postId", "day") DO UPDATE SET
      "views" = "ViewCount"."views" + excluded."views", "similar" = "ViewCount"."similar" + excluded."similar",
      "noScript" = "ViewCount"."noScript" + excluded."noScript", "phone" = "ViewCount"."phone" + excluded."phone"`
}

/** Adds them to where they came from. */
export function addSources(sums: Sum[]): Prisma.Sql {
  const rows = sums.map(({ post, day, source, n }) => ({ p: post!, d: day, f: source, n }))
  return Prisma.sql`
    INSERT INTO "ViewSource" ("postId", "day", "source", "views")
    SELECT r."p", r."d", r."f", r."n" FROM ${rowsOf(rows, { p: 'int', d: 'int', f: 'text', n: 'int' }, 'r')} WHERE true
    ON CONFLICT ("postId", "day", "source") DO UPDATE SET "views" = "ViewSource"."views" + excluded."views"`
}

/** Puts them where `rankNewReads` finds them for the ranking: its own table has an index for each window, of which each reader would change all. */
export function addUnranked(sums: Pick<Sum, 'post' | 'n'>[]): Prisma.Sql {
  const rows = sums.map(({ post, n }) => ({ p: post!, n }))
  return Prisma.sql`
    INSERT INTO "UnrankedReads" ("postId", "reads")
    SELECT r."p", r."n" FROM ${rowsOf(rows, { p: 'int', n: 'int' }, 'r')} WHERE true
    ON CONFLICT ("postId") DO UPDATE SET "reads" = "UnrankedReads"."reads" + excluded."reads"`
}

/** Adds what was not counted to its reason. */
export function addDiscarded(sums: Sum[]): Prisma.Sql {
  const rows = sums.map(({ post, day, reason, n }) => ({ p: post!, d: day, r: reason!, n }))
  return Prisma.sql`
    INSERT INTO "DiscardedHits" ("postId", "day", "reason", "hits")
    SELECT r."p", r."d", r."r", r."n" FROM ${rowsOf(rows, { p: 'int', d: 'int', r: 'text', n: 'int' }, 'r')} WHERE true
    ON CONFLICT ("postId", "day", "reason") DO UPDATE SET "hits" = "DiscardedHits"."hits" + excluded."hits"`
}

/** The same for what was sent for no post that there is. */
export function addStrays(sums: Sum[]): Prisma.Sql {
  const rows = sums.map(({ day, reason, n }) => ({ d: day, r: reason!, n }))
  return Prisma.sql`
    INSERT INTO "DiscardedHits" ("day", "reason", "hits")
    SELECT r."d", r."r", r."n" FROM ${rowsOf(rows, { d: 'int', r: 'text', n: 'int' }, 'r')} WHERE true
    ON CONFLICT ("day", "reason") WHERE "postId" IS NULL DO UPDATE SET "hits" = "DiscardedHits"."hits" + excluded."hits"`
}
