import { z } from 'zod'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import type { Spool } from '../spool'

const key = 'import.sources'
export const sources = z.record(z.string().max(300), z.string().regex(/^(?:\d{1,9}-)?$/))
type Sources = z.infer<typeof sources>

/** What stands before the ids of each blog that was brought in. */
export async function readSources(from: Pick<Tx, 'setting'>): Promise<Sources> {
  const row = await from.setting.findUnique({ where: { key } })
  const read = row && sources.safeParse(JSON.parse(row.value))
  return read?.success ? read.data : {}
}

export async function addSources(tx: Tx, more: Sources): Promise<void> {
  await putSetting(tx, key, { ...(await readSources(tx)), ...more })
}

/**
 * What stands before this blog's ids here. Blogger's numbers mean one thing in the world, but every WordPress counts
 * from 1: a second one must not pass for a newer export of the first.
 */
export async function prefixFor(spool: Spool, isDryRun: boolean): Promise<string> {
  const source = spool.facts.blog.key ?? 'unknown'
  const known = await readSources(db)
  const earlier = known[source]
  if (earlier !== undefined) return earlier
  const prefix = (await collides(spool)) ? `${Object.keys(known).length + 1}-` : ''
  if (!isDryRun) await transact((tx) => addSources(tx, { [source]: prefix }))
  return prefix
}

/** Whether something here has one of the file's ids already. */
async function collides(spool: Spool): Promise<boolean> {
  const isTaken = async (ids: string[]) =>
    (await db.post.count({ where: { externalId: { in: ids } } })) > 0 || (await db.comment.count({ where: { externalId: { in: ids } } })) > 0
  if ((await db.post.count({ where: { externalId: { not: null } } })) === 0) return false
  let ids: string[] = []
  for await (const { externalId } of spool.posts()) {
    ids.push(externalId)
    if (ids.length < 500) continue
    if (await isTaken(ids)) return true
    ids = []
  }
  return ids.length > 0 && isTaken(ids)
}
