import { z } from 'zod'
import type { Tx } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'

const key = 'import.people'
const aliases = z.record(z.string(), z.int())

/** People of the file that are somebody else here, by their key: a later export of the blog finds them joined. */
export async function readAliases(tx: Pick<Tx, 'setting'>): Promise<Record<string, number>> {
  const row = await tx.setting.findUnique({ where: { key } })
  const value = row && aliases.safeParse(JSON.parse(row.value))
  return value?.success ? value.data : {}
}

/** From now on `from` is `to`, also for what comes in later under the name of either. */
export async function joinKnown(tx: Tx, from: { id: number; externalId: string | null }, to: number): Promise<void> {
  const known = await readAliases(tx)
  const moved = Object.fromEntries(Object.entries(known).map(([person, id]) => [person, id === from.id ? to : id]))
  const joined = { ...moved, ...(from.externalId && { [from.externalId]: to }) }
  if (JSON.stringify(joined) !== JSON.stringify(known)) await putSetting(tx, key, joined)
  await tx.comment.updateMany({ where: { userId: from.id }, data: { userId: to } })
}
