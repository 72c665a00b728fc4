import type { Tx } from '@/lib/db/transaction'
import { slugOf } from '@/lib/posts/permalink'

/** The last part of /penulis/<slug>, made from a name and not yet taken. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name) === 'blog-post' ? 'penulis' : slugOf(name)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!(await tx.user.findUnique({ where: { slug }, select: { id: true } }))) return slug
  }
}
