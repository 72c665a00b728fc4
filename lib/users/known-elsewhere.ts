import { z } from 'zod'
import type { Tx } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'

const key = 'import.people'
export const aliases = z.record(z.string().max(300), z.int())

/** People of the file that are somebody else here, by their key: a later export of the blog finds them joined. */
export async function readAliases(tx: Pick<Tx, 'setting'>): Promise<Record<string, number>> {
  const row = await tx.setting.findUnique({ where: { key } })
  const value = row && aliases.safeParse(JSON.parse(row.value))
  return value?.success ? value.data : {}
}

export async function addAliases(tx: Tx, more: z.infer<typeof aliases>): Promise<void> {
  if (Object.keys(more).length > 0) await putSetting(tx, key, { ...(await readAliases(tx)), ...more })
}

/** From now on `from` is `to`, also for what comes in later under the name of either. */
export async function joinKnown(tx: Tx, from: { id: number; externalId: string | null }, to: number): Promise<void> {
  const known = await readAliases(tx)
  const moved = Object.fromEntries(Object.entries(known).map(([person, id]) => [person, id === from.id ? to : id]))
  const joined = { ...moved, ...(from.externalId && { [from.externalId]: to }) }
  if (JSON.stringify(joined) !== JSON.stringify(known)) await putSetting(tx, key, joined)
  await tx.comment.updateMany({ where: { userId: from.id }, data: { userId: to } })
}
