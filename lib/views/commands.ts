import { dayInZone, type Day } from '@/lib/clock'
import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { getSettings } from '@/lib/settings/queries'
import { Batch } from './batch'
import { judgeHit } from './judge'
import { readerHash } from './reader-hash'
import type { DiscardReason, HitFacts } from './schema'

type Hit = { day: Day; post: number | null; hash: string | null; dropped: DiscardReason | null }
export type ViewResult = 'counted' | DiscardReason

const batch = new Batch(recordHits)

/**
 * Counts a reader of a post once a day in the blog's zone, or says why not; received is always counted plus
 * discarded. Resolves when the count is on disk.
 *
 * @param body the request's JSON as text: `{ post, staff? }`
 */
export async function recordView(body: string, facts: HitFacts, siteUrl: string, now = new Date()): Promise<ViewResult> {
  const { timeZone } = await getSettings()
  const day = dayInZone(now, timeZone)
  const verdict = judgeHit(body, facts, siteUrl)
  if ('dropped' in verdict) return batch.add({ day, post: verdict.post, hash: null, dropped: verdict.dropped })
  return batch.add({ day, post: verdict.kept.post, hash: await readerHash(day, facts), dropped: null })
}

/** Hits that arrived together, in one transaction. */
async function recordHits(hits: Hit[]): Promise<ViewResult[]> {
  return transact(async (tx) => {
    const open = await publicAmong(tx, hits)
    const results: ViewResult[] = []
    const counts = new Map<string, { hit: Hit; result: ViewResult; n: number }>()
    for (const hit of hits) {
      const result = await judgeStored(tx, hit, open)
      const post = result === 'unknown-post' || !open.has(hit.post!) ? null : hit.post
      const key = `${post} ${hit.day} ${result}`
      const tally = counts.get(key) ?? { hit: { ...hit, post }, result, n: 0 }
      counts.set(key, { ...tally, n: tally.n + 1 })
      results.push(result)
    }
    for (const { hit, result, n } of counts.values()) {
      if (result === 'counted') await addViews(tx, hit.post!, hit.day, n)
      else await addDiscarded(tx, hit.post, hit.day, result, n)
    }
    return results
  })
}

async function publicAmong(tx: Tx, hits: Hit[]): Promise<Set<number>> {
  const ids = [...new Set(hits.flatMap(({ post }) => post ?? []))]
  const rows = await tx.post.findMany({ where: { id: { in: ids }, status: 'published' }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

async function judgeStored(tx: Tx, { day, post, hash, dropped }: Hit, open: Set<number>): Promise<ViewResult> {
  if (dropped) return dropped
  if (post === null || !open.has(post)) return 'unknown-post'
  const added = await tx.$executeRaw`
    INSERT INTO "SeenView" ("day", "postId", "hash") VALUES (${day}, ${post}, ${hash}) ON CONFLICT DO NOTHING`
  return added ? 'counted' : 'duplicate'
}

async function addViews(tx: Tx, post: number, day: Day, n: number) {
  await tx.$executeRaw`
    INSERT INTO "ViewCount" ("postId", "day", "views") VALUES (${post}, ${day}, ${n})
    ON CONFLICT ("postId", "day") DO UPDATE SET "views" = "ViewCount"."views" + excluded."views"`
}

/** Without a post the unique index does not hold (null differs from null), so this looks first; the lock makes it safe. */
async function addDiscarded(tx: Tx, postId: number | null, day: Day, reason: DiscardReason, n: number) {
  if (postId === null) await exclusive(tx, 'discarded-hits')
  const { count } = await tx.discardedHits.updateMany({ where: { postId, day, reason }, data: { hits: { increment: n } } })
  if (count === 0) await tx.discardedHits.create({ data: { postId, day, reason, hits: n } })
}

/** Salts and hashes of days before yesterday go: nobody can tell any more who read what. */
export async function forgetOldViews(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const yesterday = dayInZone(now, timeZone) - 1
  await transact(async (tx) => {
    await tx.seenView.deleteMany({ where: { day: { lt: yesterday } } })
    await tx.dailySalt.deleteMany({ where: { day: { lt: yesterday } } })
  })
}
