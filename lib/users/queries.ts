import { db } from '@/lib/db/client'
import { authorise, writtenBy } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** Everybody who has an account, and removed people who still have posts. */
export async function listPeople(viewer: Viewer) {
  authorise(viewer, 'user.list')
  return db.user.findMany({
    where: { NOT: { state: 'removed', posts: { none: {} }, coauthored: { none: {} } } },
    orderBy: [{ state: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true, email: true, role: true, state: true, isSample: true, slug: true, passwordHash: true, _count: { select: { posts: true } } },
  }).then((people) => people.map(({ passwordHash, ...person }) => ({ ...person, isInvited: person.email !== null && passwordHash === null })))
}

/** One person, as they see and change themselves; an owner sees anybody. */
export async function findPerson(viewer: Viewer, id: number) {
  const person = await db.user.findUnique({
    where: { id },
    select: {
      id: true, name: true, email: true, role: true, state: true, bio: true, locale: true, isSample: true, slug: true, passwordHash: true,
      totpConfirmedAt: true, externalId: true, _count: { select: { passkeys: true } },
      pictureId: true, picture: { select: { id: true, width: true, height: true, widths: true, alt: true } },
    },
  })
  if (!person) return null
  authorise(viewer, 'user.edit', person)
  const { passwordHash, totpConfirmedAt, externalId, _count, ...seen } = person
  return { ...seen, isFromElsewhere: externalId !== null, hasJoined: passwordHash !== null, isArmed: totpConfirmedAt !== null || _count.passkeys > 0 }
}

/** Who can be named as a post's author: active people, sample people too. */
export async function listAuthors(): Promise<{ id: number; name: string }[]> {
  return db.user.findMany({ where: { state: 'active' }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
}

export async function countPostsOf(authorId: number): Promise<number> {
  return db.post.count({ where: writtenBy(authorId) })
}
