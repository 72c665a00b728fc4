const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type Kept = { id: number; revision: number; kind: string; createdAt: Date }

/** From which age on one of how long a stretch is enough. */
const stretches = [
  { olderThan: 30 * day, one: 7 * day },
  { olderThan: day, one: day },
  { olderThan: hour, one: hour },
]

/**
 * Which revisions of one post can go: all of the last hour stay, then the last of each hour, of each day, and after a
 * month of each week. What was published, restored or imported stays for good, and so does the latest.
 */
export function thinnable(revisions: Kept[], now: Date): number[] {
  const newestFirst = revisions.toSorted((a, b) => b.revision - a.revision)
  const taken = new Set<string>()
  return newestFirst.slice(1).flatMap(({ id, kind, createdAt }) => {
    const age = now.getTime() - createdAt.getTime()
    const stretch = stretches.find(({ olderThan }) => age > olderThan)
    if (kind !== 'saved' || !stretch) return []
    const name = `${stretch.one}.${Math.floor(createdAt.getTime() / stretch.one)}`
    if (taken.has(name)) return [id]
    taken.add(name)
    return []
  })
}
