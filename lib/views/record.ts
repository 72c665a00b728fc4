import type { Day } from '@/lib/clock'
import { rowsOf } from '@/lib/db/dialect'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import { addDiscarded, addSources, addStrays, addUnranked, addViews, type Sum } from './add'
import type { Ledger } from './ledger'
import type { DiscardReason } from './schema'

/** A device as far as it can be told from others; `first`: it says that it has not counted this post today. */
export type Reader = { hash: string; first?: boolean; noScript: boolean; mostSimilar: number; phone: boolean; source: string }
export type Hit = { day: Day; post: number | null } & ({ dropped: DiscardReason } | { dropped: null; reader: Reader })
export type ViewResult = 'counted' | 'similar' | DiscardReason

// CROSS JOIN: SQLite cannot know how few rows are asked for, and might otherwise begin with all that are public.

/** How often each device of this batch was counted before: `post day hash` to times. */
type Seen = Map<string, number>

/**
 * Hits that arrived together, in a handful of statements.
 *
 * @returns what became of each, in order
 */
export async function recordHits(ledger: Ledger, hits: Hit[]): Promise<ViewResult[]> {
  const open = await publicAmong(ledger, hits)
  const seen = await alreadySeen(ledger, hits)
  const before = new Map(seen)
  const results = hits.map((hit) => decide(hit, open, seen))
  const sums = new Sums()
  hits.forEach((hit, i) => sums.add(hit, results[i]!, open))
  await ledger.run([
    ...some(newlySeen(seen, before), rememberSeen),
    ...some(sums.counted(), addViews), ...some(sums.bySource(), addSources), ...some(sums.byPost(), addUnranked),
    ...some(sums.discarded(), addDiscarded), ...some(sums.strays(), addStrays),
  ])
  return results
}

/** Nothing is written where there is nothing to write. */
const some = <Row>(rows: Row[], statement: (rows: Row[]) => Prisma.Sql) => (rows.length > 0 ? [statement(rows)] : [])

function decide(hit: Hit, open: Set<number>, seen: Seen): ViewResult {
  if (hit.dropped !== null) return hit.dropped
  if (hit.post === null || !open.has(hit.post)) return 'unknown-post'
  const { first, mostSimilar } = hit.reader
  const key = keyOf(hit, hit.reader)
  const times = seen.get(key) ?? 0
  const result = weighDevice({ times, first, mostSimilar })
  if (result !== 'duplicate') seen.set(key, times + 1)
  return result
}

/** What a device is, of whose likes `times` were counted today and that says whether it is the `first` time for it. */
export function weighDevice({ times, first, mostSimilar }: { times: number; first?: boolean; mostSimilar: number }): 'counted' | 'similar' | 'duplicate' {
  // A device that has counted today stays counted once, also from another address.
  if (first === false || (times > 0 && !(first && times < mostSimilar))) return 'duplicate'
  return times > 0 ? 'similar' : 'counted'
}

const keyOf = ({ post, day }: { post: number | null; day: Day }, { hash }: { hash: string }) => `${post} ${day} ${hash}`

async function publicAmong({ rows }: Ledger, hits: Hit[]): Promise<Set<number>> {
  const asked = [...new Set(hits.flatMap(({ post }) => post ?? []))].map((p) => ({ p }))
  if (asked.length === 0) return new Set()
  const found = await rows<{ id: number }>(Prisma.sql`
    SELECT p."id" FROM ${rowsOf(asked, { p: 'int' }, 'r')} CROSS JOIN "Post" p WHERE p."id" = r."p" AND p."status" = 'published'`)
  return new Set(found.map(({ id }) => Number(id)))
}

async function alreadySeen({ rows }: Ledger, hits: Hit[]): Promise<Seen> {
  const asked = hits.flatMap((hit) => (hit.dropped === null && hit.post !== null ? { p: hit.post, d: hit.day, h: hit.reader.hash } : []))
  if (asked.length === 0) return new Map()
  const found = await rows<{ postId: number; day: number; hash: string; times: number }>(Prisma.sql`
    SELECT DISTINCT s."postId", s."day", s."hash", s."times"
    FROM ${rowsOf(asked, { p: 'int', d: 'int', h: 'text' }, 'r')}
    CROSS JOIN "SeenView" s WHERE s."day" = r."d" AND s."postId" = r."p" AND s."hash" = r."h"`)
  return new Map(found.map(({ postId, day, hash, times }) => [`${postId} ${day} ${hash}`, Number(times)]))
}

type SeenRow = { p: number; d: number; h: string; t: number }

function newlySeen(seen: Seen, before: Seen): SeenRow[] {
  return [...seen].filter(([key, times]) => before.get(key) !== times).map(([key, t]) => {
    const [p, d, h] = key.split(' ')
    return { p: Number(p), d: Number(d), h: h!, t }
  })
}

function rememberSeen(rows: SeenRow[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "SeenView" ("day", "postId", "hash", "times")
    SELECT r."d", r."p", r."h", r."t" FROM ${rowsOf(rows, { p: 'int', d: 'int', h: 'text', t: 'int' }, 'r')} WHERE true
    ON CONFLICT ("day", "postId", "hash") DO UPDATE SET "times" = excluded."times"`
}

/** What a batch adds, by what it is added to. */
class Sums {
  #sums = new Map<string, Sum>()

  add(hit: Hit, result: ViewResult, open: Set<number>) {
    const isCounted = hit.dropped === null && (result === 'counted' || result === 'similar')
    const reader = isCounted ? hit.reader : null
    const post = hit.post !== null && open.has(hit.post) ? hit.post : null
    const key = `${post} ${hit.day} ${reader ? `+${reader.source}` : result}`
    const sum = this.#sums.get(key) ?? { post, day: hit.day, reason: reader ? null : (result as DiscardReason), source: reader?.source ?? '', n: 0, similar: 0, noScript: 0, phone: 0 }
    sum.n++
    if (result === 'similar') sum.similar++
    if (reader?.noScript) sum.noScript++
    if (reader?.phone) sum.phone++
    this.#sums.set(key, sum)
  }

  discarded = () => [...this.#sums.values()].filter(({ reason, post }) => reason !== null && post !== null)
  /** What was sent for no post that there is. */
  strays = () => [...this.#sums.values()].filter(({ reason, post }) => reason !== null && post === null)
  bySource = () => [...this.#sums.values()].filter(({ reason }) => reason === null)
  counted = () => together(this.bySource(), ({ post, day }) => `${post} ${day}`)
  byPost = () => together(this.bySource(), ({ post }) => String(post))
}

function together(sums: Sum[], key: (sum: Sum) => string): Sum[] {
  const all = new Map<string, Sum>()
  for (const sum of sums) {
    const known = all.get(key(sum))
    if (!known) all.set(key(sum), { ...sum })
    else for (const field of ['n', 'similar', 'noScript', 'phone'] as const) known[field] += sum[field]
  }
  return [...all.values()]
}
