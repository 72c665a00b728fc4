import { dayInZone, type Day } from '@/lib/clock'
import { getSettings } from '@/lib/settings/queries'
import type { SiteSettings } from '@/lib/settings/schema'
import { transact } from '@/lib/db/transaction'
import { Batch } from './batch'
import { judgeHit } from './judge'
import { readerHash } from './reader-hash'
import { recordHits, type Hit, type ViewResult } from './record'
import type { HitFacts } from './schema'
import { isPhone, sourceOf } from './sources'

export type { ViewResult } from './record'

const batch = new Batch<Hit, ViewResult>(recordHits)

/** Thousands of hits a second need not ask for the settings each; a second is as near as a clock goes. */
const recent = { at: -Infinity, settings: undefined as Promise<SiteSettings> | undefined }

function recentSettings(): Promise<SiteSettings> {
  const now = performance.now()
  if (!recent.settings || now - recent.at > 1000) {
    recent.at = now
    recent.settings = getSettings()
    recent.settings.catch(() => { recent.settings = undefined })
  }
  return recent.settings
}

/**
 * Counts a reader of a post once a day in the blog's zone, or says why not; received is always counted plus
 * discarded. Resolves when the count is on disk.
 *
 * @param body the request's JSON as text: `viewInput` in `schema.ts`
 * @param noScript it came from the picture for readers without script
 */
export async function recordView(body: string, facts: HitFacts, siteUrl: string, now = new Date(), noScript = false): Promise<ViewResult> {
  const { timeZone, viewsPerMinute: mostPerMinute, similarDevices } = await recentSettings()
  const day = dayInZone(now, timeZone)
  const verdict = judgeHit(body, facts, { siteUrl, mostPerMinute }, now.getTime())
  if ('dropped' in verdict) return batch.add({ day, post: verdict.post, dropped: verdict.dropped })
  const { post, first, model, system, from } = verdict.kept
  const hash = await readerHash(day, { ...facts, model, system })
  return batch.add({
    day, post, dropped: null,
    reader: { hash, first, noScript, mostSimilar: similarDevices, phone: isPhone(facts.agent), source: sourceOf(from, facts.agent) },
  })
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
