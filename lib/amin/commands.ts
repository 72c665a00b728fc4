import { dayInZone, type Day } from '@/lib/clock'
import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { getSettings } from '@/lib/settings/queries'
import { reasonAgainst } from '@/lib/views/judge'
import { hashOf, saltOf } from '@/lib/views/reader-hash'
import { weighDevice } from '@/lib/views/record'
import type { DiscardReason, HitFacts } from '@/lib/views/schema'
import { noteAmin } from './changed'
import { sumAmins, type Target } from './queries'
import type { AminInput } from './schema'

/** `unknown`: nothing there that one could say amin to. */
export type AminResult = 'counted' | 'similar' | 'unknown' | Exclude<DiscardReason, 'malformed' | 'unknown-post'>
/** Where it was said: the post, and the comment's anchor. */
type Place = { postId: number; path: string; comment: string | null }
export type Said = { result: AminResult; /** All that were counted. */ count: number; place: Place | null }

type Device = { hash: string; first?: boolean; mostSimilar: number }

/**
 * Counts a reader's amin once a day in the blog's zone, by the rules by which views are counted: what is sent by
 * robots, staff, other sites or in floods changes no number.
 */
export async function sayAmin(input: AminInput, facts: HitFacts, siteUrl: string, now = Date.now()): Promise<Said> {
  const settings = await getSettings()
  if (!settings.amin) return { result: 'unknown', count: 0, place: null }
  const target: Target = input.post === undefined ? { kind: 'comment', id: input.comment! } : { kind: 'post', id: input.post }
  const against = reasonAgainst({ facts, staff: input.staff, rules: { siteUrl, mostPerMinute: settings.viewsPerMinute }, now })
  const day = dayInZone(new Date(now), settings.timeZone)
  const { model, system, first } = input
  const device: Device = { hash: hashOf(await saltOf(day), facts, { model, system }), first, mostSimilar: settings.similarDevices }
  const said = await transact(async (tx): Promise<Said> => {
    const place = await findPlace(tx, target)
    if (!place) return { result: 'unknown', count: 0, place }
    const result = (against as Exclude<typeof against, 'malformed' | 'unknown-post'>) ?? (await count(tx, target, day, device))
    return { result, count: await sumAmins(target, tx), place }
  })
  if (said.place && (said.result === 'counted' || said.result === 'similar')) noteAmin(said.place.postId)
  return said
}

/** With their day's salt: nobody can tell any more who said it. */
export async function forgetOldAmins(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const yesterday: Day = dayInZone(now, timeZone) - 1
  await transact((tx) => tx.seenAmin.deleteMany({ where: { day: { lt: yesterday } } }))
}

async function count(tx: Tx, { kind, id }: Target, day: Day, { hash, first, mostSimilar }: Device) {
  const target = `${kind === 'post' ? 'p' : 'c'}${id}`
  // Two presses at once of one device are one.
  await exclusive(tx, `amin:${target}`)
  const where = { day_target_hash: { day, target, hash } }
  const seen = await tx.seenAmin.findUnique({ where })
  const result = weighDevice({ times: seen?.times ?? 0, first, mostSimilar })
  if (result === 'duplicate') return result
  await tx.seenAmin.upsert({ where, create: { day, target, hash }, update: { times: { increment: 1 } } })
  const more = { count: { increment: 1 } }
  if (kind === 'post') await tx.postAmin.upsert({ where: { postId_day: { postId: id, day } }, create: { postId: id, day, count: 1 }, update: more })
  else await tx.commentAmin.upsert({ where: { commentId_day: { commentId: id, day } }, create: { commentId: id, day, count: 1 }, update: more })
  return result
}

/** Where a reader can say it: under a public post, or to a comment that is shown there. */
async function findPlace(tx: Tx, { kind, id }: Target): Promise<Place | null> {
  const shown = { kind: 'post', status: 'published' } as const
  if (kind === 'post') {
    const post = await tx.post.findFirst({ where: { id, ...shown }, select: { path: true } })
    return post && { postId: id, path: post.path!, comment: null }
  }
  const comment = await tx.comment.findFirst({
    where: { id, status: 'visible', post: shown }, select: { externalId: true, postId: true, post: { select: { path: true } } },
  })
  return comment && { postId: comment.postId, path: comment.post.path!, comment: comment.externalId ?? String(id) }
}
