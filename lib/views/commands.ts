import { setTimeout as wait } from 'node:timers/promises'
import { dayInZone, type Day } from '@/lib/clock'
import { exclusive } from '@/lib/db/dialect'
import { runTogether, selectRows } from '@/lib/db/direct'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { getSettings } from '@/lib/settings/queries'
import type { SiteSettings } from '@/lib/settings/schema'
import { Batch } from './batch'
import { judgeHit } from './judge'
import { hashOf, saltOf } from './reader-hash'
import { recordHits, type Hit, type ViewResult } from './record'
import type { HitFacts } from './schema'
import { isPhone, sourceOf } from './sources'

export type { ViewResult } from './record'

type Write = (hits: Hit[]) => Promise<ViewResult[]>

const writeHere: Write = (hits) => transact(async (tx) => {
  await exclusive(tx, 'views')
  return recordHits({ rows: (query) => selectRows(tx, query), run: (statements) => runTogether(tx, statements) }, hits)
})

let write = writeHere
const batch = new Batch<Hit, ViewResult>((hits) => write(hits))

/** Has what was counted written down elsewhere than on the thread that answers; without `elsewhere` here again. */
export function writeViews(elsewhere: Write = writeHere): void {
  write = elsewhere
}

/** How long settings, day and salt are waited for, in ms. */
const patience = 10_000

type Rules = { day: Day; settings: SiteSettings; salt: string }
type Asking = { second: number; asked: Promise<Rules>; known?: Rules }

/** Thousands of hits a second need not ask for settings, day and salt each; a second is as near as a clock goes. */
let recent: Asking | undefined

/**
 * Counts a reader of a post once a day in the blog's zone, or says why not; received is always counted plus
 * discarded. Resolves when the count is on disk.
 *
 * @param body the request's JSON as text: `viewInput` in `schema.ts`
 * @param noScript it came from the picture for readers without script
 */
export function recordView(body: string, facts: HitFacts, siteUrl: string, now = Date.now(), noScript = false): Promise<ViewResult> {
  const second = Math.floor(now / 1000)
  // Without waiting where nothing has to be asked for, which most hits have to thank for half their speed.
  if (recent?.second === second && recent.known) return batch.add(toHit(body, facts, siteUrl, now, noScript, recent.known))
  return rulesOf(second).then((rules) => batch.add(toHit(body, facts, siteUrl, now, noScript, rules)))
}

/** Whoever comes while they are asked for waits for the same answer. */
function rulesOf(second: number): Promise<Rules> {
  if (recent?.second === second) return recent.asked
  const asking: Asking = { second, asked: Promise.race([findRules(second), tooLong()]) }
  recent = asking
  void remember(asking)
  return asking.asked
}

async function remember(asking: Asking) {
  try {
    asking.known = await asking.asked
  } catch {
    // Who asked is told; the next one asks anew.
    if (recent === asking) recent = undefined
  }
}

/** A database host that swallows what it is sent would keep them waiting for good. */
async function tooLong(): Promise<never> {
  await wait(patience, undefined, { ref: false })
  throw new AppError('unavailable', 'unavailable', { retryAfter: 5 })
}

async function findRules(second: number): Promise<Rules> {
  const settings = await getSettings()
  const day = dayInZone(new Date(second * 1000), settings.timeZone)
  return { day, settings, salt: await saltOf(day) }
}

function toHit(body: string, facts: HitFacts, siteUrl: string, now: number, noScript: boolean, { day, settings, salt }: Rules): Hit {
  const verdict = judgeHit(body, facts, { siteUrl, mostPerMinute: settings.viewsPerMinute }, now)
  if ('dropped' in verdict) return { day, post: verdict.post, dropped: verdict.dropped }
  const { post, first, from } = verdict.kept
  const hash = hashOf(salt, facts, verdict.kept)
  return {
    day, post, dropped: null,
    reader: { hash, first, noScript, mostSimilar: settings.similarDevices, phone: isPhone(facts.agent), source: sourceOf(from, facts.agent) },
  }
}

/** Salts and hashes of days before yesterday go: nobody can tell any more who read what. */
export async function forgetOldViews(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const yesterday: Day = dayInZone(now, timeZone) - 1
  await transact(async (tx) => {
    await tx.seenView.deleteMany({ where: { day: { lt: yesterday } } })
    await tx.dailySalt.deleteMany({ where: { day: { lt: yesterday } } })
  })
}
