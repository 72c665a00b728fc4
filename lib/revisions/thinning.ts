import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { thinnable } from './thin'

/** After this long nothing of a post gets thinner any more. */
const settled = 40 * 86_400_000
const atOnce = 200

/** For the clock: lets go of what nobody will look for. Post by post, so that no one who saves has to wait. */
export async function thinRevisions(now: Date = new Date()): Promise<number> {
  let gone = 0
  for (const id of await touchedPosts(now)) {
    const { revisions, workingRevision } = await db.post.findUniqueOrThrow({
      where: { id }, select: { workingRevision: true, revisions: { select: { id: true, revision: true, kind: true, createdAt: true } } },
    })
    const ids = thinnable(revisions.filter(({ revision }) => revision !== workingRevision), now)
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce)
      await transact(async (tx) => void (await tx.revision.deleteMany({ where: { id: { in: some } } })))
    }
    gone += ids.length
  }
  return gone
}

/** Posts that somebody worked on lately; writing on a public post leaves its own time alone. */
async function touchedPosts(now: Date): Promise<number[]> {
  const since = new Date(now.getTime() - settled)
  const rows = await db.post.findMany({
    where: { OR: [{ updatedAt: { gt: since } }, { workingRevision: { not: null } }], revisions: { some: {} } }, select: { id: true },
  })
  return rows.map(({ id }) => id)
}
