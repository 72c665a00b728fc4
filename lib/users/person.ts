import { exclusive } from '@/lib/db/dialect'
import type { Touch, Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { writtenBy } from '@/lib/policy'

export async function getPerson(tx: Tx, id: number) {
  const person = await tx.user.findUnique({ where: { id }, select: { id: true, name: true, role: true, state: true } })
  if (!person) throw new AppError('not_found')
  return person
}

/** The site always has an active owner who can sign in (an invited one cannot yet); one at a time, so that two cannot remove each other. */
export async function keepAnOwner(tx: Tx, id: number): Promise<void> {
  await exclusive(tx, 'owner')
  const person = await getPerson(tx, id)
  if (person.role !== 'owner' || person.state !== 'active') return
  const hasComeIn = { OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }] }
  const others = await tx.user.count({ where: { role: 'owner', state: 'active', email: { not: null }, id: { not: id }, ...hasComeIn } })
  if (others === 0) throw new AppError('conflict', 'user.last-owner')
}

/** Their name stands on each of their posts and in the lists of authors. */
export async function touchPosts(tx: Tx, authorId: number, touch: Touch) {
  const posts = await tx.post.findMany({ where: { ...writtenBy(authorId), status: 'published' }, select: { id: true } })
  touch('lists', ...posts.map(({ id }) => `post:${id}`))
}
