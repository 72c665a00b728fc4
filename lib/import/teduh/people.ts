import type { Tx } from '@/lib/db/transaction'
import type { Content } from './schema'

type Person = Content['people'][number]
type Here = { id: number; slug: string; email: string | null; bio: string; externalId: string | null }

/**
 * People come with their ids, as authors without a way in. Whoever is here already under the same e-mail address, or
 * the same name in addresses, is that person and keeps what they have.
 */
export async function writePeople(tx: Tx, people: Person[]): Promise<void> {
  const here = await findHere(tx, people)
  await makeRoom(tx, people, here)
  for (const { id, pictureId: _, ...row } of people) {
    const known = here.get(id)
    if (known) await tx.user.update({ where: { id }, data: { bio: known.bio || row.bio, externalId: known.externalId ?? row.externalId } })
    else await tx.user.create({ data: { ...row, id, role: 'author' } })
  }
}

/** Once the pictures are here, whose own they are. */
export async function givePictures(tx: Tx, people: Person[], pictures: Set<number>): Promise<void> {
  for (const { id, pictureId } of people) {
    if (pictureId !== null && pictures.has(pictureId)) await tx.user.updateMany({ where: { id, pictureId: null }, data: { pictureId } })
  }
}

/** By their ids in the file. */
async function findHere(tx: Tx, people: Person[]): Promise<Map<number, Here>> {
  const emails = people.flatMap(({ email }) => email ?? [])
  const users = await tx.user.findMany({
    where: { OR: [{ slug: { in: people.map(({ slug }) => slug) } }, { email: { in: emails } }] },
    select: { id: true, slug: true, email: true, bio: true, externalId: true },
  })
  const find = ({ slug, email }: Person) => users.find((user) => email !== null && user.email === email) ?? users.find((user) => user.slug === slug)
  return new Map(people.flatMap((person) => {
    const user = find(person)
    return user ? [[person.id, user] as const] : []
  }))
}

/** Gives the file's people their ids, and whoever else has one of these another: nothing beyond this database knows it. */
async function makeRoom(tx: Tx, people: Person[], here: Map<number, Here>): Promise<void> {
  const wanted = people.map(({ id }) => id)
  const { _max } = await tx.user.aggregate({ _max: { id: true } })
  let free = Math.max(_max.id ?? 0, ...wanted)
  const isAway = new Map<number, number>()
  for (const { id } of await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true } })) {
    if (here.get(id)?.id === id) continue
    await move(tx, id, ++free)
    isAway.set(id, free)
  }
  for (const [id, user] of here) if (user.id !== id) await move(tx, isAway.get(user.id) ?? user.id, id)
}

/** What belongs to them goes with them. */
async function move(tx: Tx, from: number, to: number): Promise<void> {
  await tx.user.update({ where: { id: from }, data: { id: to } })
  await tx.activity.updateMany({ where: { subject: `user:${from}` }, data: { subject: `user:${to}` } })
}
