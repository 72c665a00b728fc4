import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { Tx } from '@/lib/db/transaction'
import { oneLine } from '@/lib/one-line'

/** Whose data: whoever wrote from an e-mail address, or wrote a comment. */
export type Whose = { email: string } | { commentId: number }

type From = Pick<Tx, 'comment' | '$queryRaw'>

const select = {
  id: true, postId: true, parentId: true, status: true, name: true, email: true, body: true, notify: true, createdAt: true, editedAt: true,
  readerHash: true, addressHash: true, commenterId: true, judgement: true, externalId: true, post: { select: { title: true, path: true } },
} as const
export type PersonsComment = Awaited<ReturnType<typeof listOf>>[number]

/**
 * All comments of one commenter, the oldest first: those with the address, and from the same devices those without
 * any that bear the same name. A phone has more than one reader, so the device alone is not enough.
 */
export async function findCommentsOf(whose: Whose, from: From = db): Promise<PersonsComment[]> {
  const seeds = await listOf(from, { id: { in: 'email' in whose ? await idsOf(from, whose.email) : [whose.commentId] } })
  // A comment without an address is of whoever else wrote on that device under that name, with one or without.
  const known = seeds.some(({ email }) => email !== null) ? seeds : [...seeds, ...(await listBeside(from, seeds))]
  const emails = [...new Set(known.flatMap(({ email }) => email?.toLowerCase() ?? []))]
  const ids = (await Promise.all(emails.map((email) => idsOf(from, email)))).flat()
  const named = [...known, ...(await listOf(from, { id: { in: ids } }))]
  const nameless = (await listBeside(from, named)).filter(({ email }) => email === null)
  const all = new Map([...named, ...nameless].map((row) => [row.id, row]))
  return [...all.values()].sort((a, b) => a.id - b.id)
}

/** What was written on the same devices under the same names. */
async function listBeside(from: From, comments: PersonsComment[]): Promise<PersonsComment[]> {
  const devices = [...new Set(comments.flatMap(({ commenterId }) => commenterId ?? []))]
  const names = new Set(comments.map(({ name }) => fold(name)))
  return (await listOf(from, { commenterId: { in: devices } })).filter(({ name }) => names.has(fold(name)))
}

/** Their addresses, at which mail may wait for them. */
export function emailsOf(comments: PersonsComment[], whose: Whose): string[] {
  return [...new Set([...('email' in whose ? [whose.email] : []), ...comments.flatMap(({ email }) => email ?? [])])]
}

/** However it is written: an import keeps capitals. */
async function idsOf(from: From, email: string): Promise<number[]> {
  const rows = await from.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Comment" WHERE lower("email") = ${email.toLowerCase()}`
  return rows.map(({ id }) => Number(id))
}

/** Not of people who have an account: what they wrote stands under it. */
function listOf(from: From, where: Prisma.CommentWhereInput) {
  return from.comment.findMany({ where: { ...where, userId: null }, orderBy: { id: 'asc' }, select })
}

const fold = (name: string) => oneLine(name.normalize('NFKC')).toLowerCase()
