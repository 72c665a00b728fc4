import type { Day } from '@/lib/clock'
import { exclusive, rowsOf } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { addDiscarded, addSources, addToWindows, addViews, type Sum } from './add'
import type { DiscardReason } from './schema'

/** A device as far as it can be told from others; `first`: it says that it has not counted this post today. */
export type Reader = { hash: string; first?: boolean; noScript: boolean; mostSimilar: number; phone: boolean; source: string }
export type Hit = { day: Day; post: number | null } & ({ dropped: DiscardReason } | { dropped: null; reader: Reader })
export type ViewResult = 'counted' | 'similar' | DiscardReason

/** How often each device of this batch was counted before: `post day hash` to times. */
type Seen = Map<string, number>

/** Between two statements of SQLite's, which hold the thread, those who wait for a page get theirs. */
const turn = () => new Promise<void>((resolve) => { setImmediate(resolve) })

/**
 * Hits that arrived together, in one transaction and a handful of statements.
 *
 * @returns what became of each, in order
 */
export async function recordHits(hits: Hit[]): Promise<ViewResult[]> {
  return transact(async (tx) => {
    // What is read here must not be counted by another instance meanwhile.
    await exclusive(tx, 'views')
    const open = await publicAmong(tx, hits)
    await turn()
    const seen = await alreadySeen(tx, hits)
    const before = new Map(seen)
    const results = hits.map((hit) => decide(hit, open, seen))
    await turn()
    await rememberSeen(tx, seen, before)
    await turn()
    const sums = new Sums()
    hits.forEach((hit, i) => sums.add(hit, results[i]!, open))
    await addViews(tx, sums.counted())
    await turn()
    await addSources(tx, sums.bySource())
    await turn()
    await addToWindows(tx, sums.byPost())
    await addDiscarded(tx, sums.discarded())
    return results
  })
}

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

async function publicAmong(tx: Tx, hits: Hit[]): Promise<Set<number>> {
  const ids = [...new Set(hits.flatMap(({ post }) => post ?? []))]
  const rows = await tx.post.findMany({ where: { id: { in: ids }, status: 'published' }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

async function alreadySeen(tx: Tx, hits: Hit[]): Promise<Seen> {
  const asked = hits.flatMap((hit) => (hit.dropped === null && hit.post !== null ? { p: hit.post, d: hit.day, h: hit.reader.hash } : []))
  if (asked.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ postId: number; day: number; hash: string; times: number }[]>`
    SELECT DISTINCT s."postId", s."day", s."hash", s."times"
    FROM ${rowsOf(asked, { p: 'int', d: 'int', h: 'text' }, 'r')}
    JOIN "SeenView" s ON s."day" = r."d" AND s."postId" = r."p" AND s."hash" = r."h"`
  return new Map(rows.map(({ postId, day, hash, times }) => [`${postId} ${day} ${hash}`, Number(times)]))
}

async function rememberSeen(tx: Tx, seen: Seen, before: Seen) {
  const rows = [...seen].filter(([key, times]) => before.get(key) !== times).map(([key, t]) => {
    const [p, d, h] = key.split(' ')
    return { p: Number(p), d: Number(d), h: h!, t }
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
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

  discarded = () => [...this.#sums.values()].filter(({ reason }) => reason !== null)
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
