import type { Tx } from '@/lib/db/transaction'
import { labelPath } from '@/lib/addresses/canonical'

/** A label's old address as `Redirect.fromKey` has it: the name as written, not encoded. */
export const labelPrefix = '/search/label/'

/**
 * Leads the address of a label that was `from` to the one that is `to`, null for gone (410).
 * What led to the old one goes along, so that nobody is sent twice.
 */
export async function moveAddress(tx: Tx, from: string, to: string | null): Promise<void> {
  const target = to === null ? null : labelPath(to)
  // The new address is a label's again; first, since it would otherwise come to lead to itself.
  if (to !== null) await tx.redirect.deleteMany({ where: { fromKey: labelPrefix + to } })
  await tx.redirect.updateMany({ where: { target: labelPath(from) }, data: { target } })
  const fromKey = labelPrefix + from
  await tx.redirect.upsert({ where: { fromKey }, create: { fromKey, target }, update: { target } })
}
