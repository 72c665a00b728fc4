import { db } from '@/lib/db/client'
import { getSettings } from '@/lib/settings/queries'

/** Asked for with every page of the rooms, so not asked of the database each time; in ms. */
const remembered = 30_000
/** Nobody's blog had its pictures at more, and a header has an end. */
const most = 30

let last: { at: number; hosts: Promise<string[]> } | undefined

/** Where pictures of the old blog are shown from, in the rooms: nowhere once all are fetched, or where the owner closed that. */
export function pictureHosts(now = Date.now()): Promise<string[]> {
  if (last && now - last.at < remembered) return last.hosts
  // Without them a room is whole but for pictures, and where the database is gone it says so itself. Not remembered.
  const hosts = findHosts().catch(() => {
    last = undefined
    return []
  })
  last = { at: now, hosts }
  return hosts
}

async function findHosts(): Promise<string[]> {
  if (!(await getSettings()).picturesElsewhere) return []
  const rows = await db.remotePicture.findMany({ where: { state: 'waiting', posts: { some: {} } }, select: { url: true } })
  const counts = new Map<string, number>()
  for (const { url } of rows) {
    const { origin } = new URL(url)
    counts.set(origin, (counts.get(origin) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, most).map(([origin]) => origin).toSorted()
}
