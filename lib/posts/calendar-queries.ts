import { dayInZone, instantInZone, isoDay, type Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

export type OnDay = { id: number; title: string; day: Day; at: Date; isOut: boolean; isMine: boolean }

/** What came out, and what will, from one day to another. Of a post that one may not see only its day is told. */
export async function listOnDays(viewer: Viewer, from: Day, to: Day, zone: string): Promise<OnDay[]> {
  const rows = await db.post.findMany({
    where: { kind: 'post', OR: [{ status: 'published', publishedDay: { gte: from, lte: to } }, { status: 'scheduled', ...plannedIn(from, to, zone) }] },
    select: { id: true, title: true, status: true, authorId: true, coauthors: { select: { userId: true } }, publishedAt: true, publishedDay: true, scheduledAt: true },
  })
  return rows
    .map(({ id, title, status, authorId, coauthors, publishedAt, publishedDay, scheduledAt }) => {
      const isOut = status === 'published'
      const isMine = isOut || can(viewer, 'post.view', { authorId, coauthors })
      const at = isOut ? publishedAt! : scheduledAt!
      return { id, title: isMine ? title : '', day: isOut ? publishedDay! : dayInZone(at, zone), at, isOut, isMine }
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The days from `from` on that have something already, other than the post `except`. */
export async function listTakenDays(from: Day, zone: string, except = -1): Promise<Day[]> {
  const [plans, out] = await Promise.all([
    db.post.findMany({ where: { kind: 'post', status: 'scheduled', id: { not: except } }, select: { scheduledAt: true } }),
    db.post.findMany({ where: { kind: 'post', status: 'published', publishedDay: { gte: from }, id: { not: except } }, select: { publishedDay: true } }),
  ])
  return [...plans.map(({ scheduledAt }) => dayInZone(scheduledAt!, zone)), ...out.map(({ publishedDay }) => publishedDay!)]
}

function plannedIn(from: Day, to: Day, zone: string): Prisma.PostWhereInput {
  return { scheduledAt: { gte: startOf(from, zone), lt: startOf(to + 1, zone) } }
}

function startOf(day: Day, zone: string): Date {
  return instantInZone(`${isoDay(day)}T00:00`, zone)
}
