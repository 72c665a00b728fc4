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

export async function addAlias(tx: Tx, person: string, userId: number): Promise<void> {
  await putSetting(tx, key, { ...(await readAliases(tx)), [person]: userId })
}
