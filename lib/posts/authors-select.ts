import type { Prisma } from '@/lib/db/generated/sqlite/client'

const person = { id: true, name: true, slug: true, bio: true, state: true } satisfies Prisma.UserSelect

/** Everybody who wrote a post. `userId` is what the policy asks for. */
export const authorsSelect = {
  author: { select: person },
  coauthors: { orderBy: [{ position: 'asc' }, { userId: 'asc' }], select: { userId: true, user: { select: person } } },
} satisfies Prisma.PostSelect

type Row = Prisma.PostGetPayload<{ select: typeof authorsSelect }>
export type Writer = Row['author']

/** In the order of the byline: whose post it is, then the others. */
export function authorsOf<Person>({ author, coauthors }: { author: Person; coauthors: { user: Person }[] }): Person[] {
  return [author, ...coauthors.map(({ user }) => user)]
}
