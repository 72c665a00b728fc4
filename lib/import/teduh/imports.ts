import { z } from 'zod'
import type { Tx } from '@/lib/db/transaction'
import { addAliases, aliases } from '@/lib/users/known-elsewhere'
import { addSources, sources } from '../engine/sources'

const imports = z.object({ sources: sources.default({}), people: aliases.default({}) })

/** By this a newer export of the blog that this one came from is known, as it would be where this was written. */
export async function takeImports(tx: Tx, said: unknown, people: Set<number>): Promise<void> {
  const read = imports.safeParse(said)
  if (!read.success) return
  await addSources(tx, read.data.sources)
  await addAliases(tx, Object.fromEntries(Object.entries(read.data.people).filter(([, id]) => people.has(id))))
}
