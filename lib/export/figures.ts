import { db } from '@/lib/db/client'

const byDay = { orderBy: { day: 'asc' } } as const

/** How often a post was read, as the writing room tells it: rows of numbers, a day each. */
export async function findFigures(id: number) {
  const { views, sources, starting, discards } = await db.post.findUniqueOrThrow({
    where: { id },
    select: {
      views: { select: { day: true, views: true, similar: true, noScript: true, phone: true }, ...byDay },
      sources: { select: { day: true, source: true, views: true }, orderBy: [{ day: 'asc' }, { source: 'asc' }] },
      starting: { select: { day: true, views: true } },
      discards: { select: { day: true, reason: true, hits: true }, orderBy: [{ day: 'asc' }, { reason: 'asc' }] },
    },
  })
  return {
    views: views.map(({ day, views, similar, noScript, phone }) => [day, views, similar, noScript, phone]),
    sources: sources.map(({ day, source, views }) => [day, source, views]),
    discards: discards.map(({ day, reason, hits }) => [day, reason, hits]),
    starting,
  }
}
