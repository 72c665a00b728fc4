import { exclusive, rowsOf } from '@/lib/db/dialect'
import type { Tx } from '@/lib/db/transaction'
import { gather } from './evidence'
import { lessonsOf } from './features'
import { isPreparedWord } from './prepared'
import { everyComment, tokenOf } from './token'
import { wordList } from './word-list'

export type Lesson = 'spam' | 'ham'

/** Learns from somebody's decision on a comment. What the same comment taught before is unlearnt. */
export async function learn(tx: Tx, comment: { id: number }, lesson: Lesson): Promise<void> {
  const known = await unlearn(tx, comment, lesson)
  if (!known || known.lesson === lesson) return
  await add(tx, known, lesson, 1)
  await tx.comment.update({ where: { id: comment.id }, data: { lesson } })
}

/** Takes back what a comment taught: call it before its name or text is changed, too. Keeps it when it was `except`. */
export async function unlearn(tx: Tx, comment: { id: number }, except?: Lesson) {
  // Two decisions at once would meet on the same words in another order.
  await exclusive(tx, 'spam-lessons')
  const known = await tx.comment.findUnique({ where: { id: comment.id }, select: { name: true, body: true, lesson: true } })
  if (!known?.lesson || known.lesson === except) return known
  await add(tx, known, known.lesson, -1)
  await tx.comment.update({ where: { id: comment.id }, data: { lesson: null } })
  return { ...known, lesson: null }
}

async function add(tx: Tx, { name, body }: { name: string; body: string }, lesson: Lesson, n: 1 | -1) {
  // The list that comes with Teduh, so that a changed setting takes back what it has given.
  const features = lessonsOf(gather({ name, text: body }, wordList(null), isPreparedWord))
  const [spam, ham] = lesson === 'spam' ? [n, 0] : [0, n]
  const rows = [everyComment, ...features.map(tokenOf)].map((t) => ({ t, s: spam, h: ham }))
  if (n > 0) {
    await tx.$executeRaw`
      INSERT INTO "SpamToken" ("token", "spam", "ham")
      SELECT r."t", r."s", r."h" FROM ${rowsOf(rows, { t: 'text', s: 'int', h: 'int' }, 'r')} WHERE true
      ON CONFLICT ("token") DO UPDATE SET "spam" = "SpamToken"."spam" + excluded."spam", "ham" = "SpamToken"."ham" + excluded."ham"`
    return
  }
  // Never below nothing, even if a new version reads the text in another way.
  const tokens = rows.map(({ t }) => t)
  if (lesson === 'spam') await tx.spamToken.updateMany({ where: { token: { in: tokens }, spam: { gt: 0 } }, data: { spam: { decrement: 1 } } })
  else await tx.spamToken.updateMany({ where: { token: { in: tokens }, ham: { gt: 0 } }, data: { ham: { decrement: 1 } } })
  await tx.spamToken.deleteMany({ where: { token: { in: tokens }, spam: 0, ham: 0 } })
}
