import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { oneLine } from '@/lib/one-line'
import { freeSlug } from '@/lib/users/slug'
import type { SourceAuthor } from '../entries'
import { readAliases } from '@/lib/users/known-elsewhere'
import type { Work } from './work'

/** Finds or makes the people behind authors of the file; nobody made here can sign in. */
export async function ensureAuthors(work: Work, authors: SourceAuthor[]): Promise<void> {
  const fresh = authors.filter(({ key }) => key && !work.authors.has(key))
  if (fresh.length === 0) return
  if (work.isDryRun) return fresh.forEach(({ key }) => work.authors.set(key, 0))
  await transact(async (tx) => {
    for (const author of fresh) if (!work.authors.has(author.key)) work.authors.set(author.key, await ensureAuthor(tx, author, work.spool.facts.blog.key))
  })
}

async function ensureAuthor(tx: Tx, { key, name, email, bio = '' }: SourceAuthor, blog = ''): Promise<number> {
  const known = await findAuthor(tx, { key, name, email }, blog)
  if (known) return known
  const shown = oneLine(name).slice(0, 80) || 'Penulis'
  const data = { name: shown, bio: bio.slice(0, 600), role: 'author' as const, externalId: key, slug: await freeSlug(tx, shown) }
  return (await tx.user.create({ data, select: { id: true } })).id
}

/** Joined to somebody here, or known from an earlier export; the same e-mail address is the same person. */
async function findAuthor(tx: Tx, { key, name, email }: SourceAuthor, blog: string): Promise<number | undefined> {
  const alias = (await readAliases(tx))[key]
  const select = { id: true } as const
  if (alias && (await tx.user.findUnique({ where: { id: alias }, select }))) return alias
  const byKey = await tx.user.findUnique({ where: { externalId: key }, select })
  if (byKey) return byKey.id
  const byMail = email ? await tx.user.findUnique({ where: { email: email.toLowerCase() }, select }) : null
  if (byMail) return byMail.id
  // The older export knows authors by profile, the present one by name only.
  if (!key.startsWith('blogger')) return undefined
  const isOfBlog = { OR: [{ externalId: { startsWith: 'blogger:' } }, { externalId: { startsWith: `${blog}:` } }] }
  const alike = await tx.user.findMany({ where: { name, ...isOfBlog }, select, take: 2 })
  return alike.length === 1 ? alike[0]!.id : undefined
}

/** Whose posts are that nobody signed. */
export async function findFallbackAuthor(userId: number | null, isDryRun: boolean, blogTitle: string): Promise<number> {
  if (userId) return userId
  const owner = await db.user.findFirst({ where: { role: 'owner', state: 'active', isSample: false }, orderBy: { id: 'asc' }, select: { id: true } })
  if (owner) return owner.id
  if (isDryRun) return 0
  return transact(async (tx) => ensureAuthor(tx, { key: 'import:unsigned', name: blogTitle || 'Penulis' }))
}
