import { transact, type Tx } from '@/lib/db/transaction'
import type { Messages } from '@/lib/i18n/messages'

/** What can be told of somebody; each has its sentence in `messages.activity.did`. */
export type Did = keyof Messages['activity']['did']

/** Somebody, the clock (null), or the operator at the server (a symbol). */
type By = { id: number } | null | symbol

/**
 * Writes down who did what, in the transaction in which it is done: what was rolled back was never done.
 * `subject` is such as `post:12`; `title` is what it is called now, since it may be renamed or gone later.
 */
export async function record(tx: Tx, by: By, action: Did, subject: string, title = ''): Promise<void> {
  const userId = by !== null && typeof by === 'object' ? by.id : null
  await tx.activity.create({ data: { userId, action, subject, title: title.slice(0, 200) } })
}

const kept = 365 * 86_400_000

/** For the clock: after a year it is nobody's business any more. */
export async function forgetOldActivity(now = new Date()): Promise<void> {
  await transact(async (tx) => {
    await tx.activity.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - kept) } } })
  })
}
