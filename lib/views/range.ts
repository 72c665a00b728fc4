import { dayFromParts, dayInZone, type Day } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { db } from '@/lib/db/client'
import { can, figuresSeenBy } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import type { Scope } from './figures'

/** Ranges offered, in days, today included. */
export const ranges = ['7', '30', '365'] as const
export type RangeName = (typeof ranges)[number]
export const rangeOf = (text: unknown): RangeName => ranges.find((known) => known === text) ?? '30'

export type Asked = { from: Day; to: Day; scope: Scope }

/**
 * Whose figures of which days a request asks for: `hari` (7, 30, 365), or `dari` and `sampai` as 2026-11-24,
 * both included; `post` for one post.
 *
 * @throws AppError `forbidden`, `not_found`, `invalid`
 */
export async function readRange(viewer: Viewer, params: URLSearchParams, now = new Date()): Promise<Asked> {
  if (!viewer) throw new AppError('forbidden')
  const { timeZone } = await getSettings()
  const today = dayInZone(now, timeZone)
  const from = params.get('dari') === null ? today - Number(rangeOf(params.get('hari'))) + 1 : readDay(params.get('dari'))
  const to = params.get('sampai') === null ? today : readDay(params.get('sampai'))
  // Ten years: whoever asks for more has made a mistake, or means harm.
  if (from > to || to - from > 3660) throw new AppError('invalid', 'invalid')
  const post = params.get('post')
  return { from, to, scope: post === null ? figuresSeenBy(viewer) : await scopeOfPost(viewer, Number(post)) }
}

/** @throws AppError `not_found` also for a post that is somebody else's business */
export async function scopeOfPost(viewer: Viewer, id: number): Promise<Scope & { postId: number }> {
  const post = Number.isInteger(id) ? await db.post.findUnique({ where: { id }, select: { authorId: true, coauthors: { select: { userId: true } } } }) : null
  if (!post || !can(viewer, 'figures.view', post)) throw new AppError('not_found')
  return { postId: id }
}

function readDay(text: string | null): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!match) throw new AppError('invalid', 'invalid')
  try {
    return Math.max(0, dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])))
  } catch {
    throw new AppError('invalid', 'invalid')
  }
}
