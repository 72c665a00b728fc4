import { z } from 'zod'
import type { PostFilter } from './admin-queries'
import { postStatus, type PostKind } from './schema'

const number = z.string().regex(/^[1-9]\d{0,8}$/).transform(Number)

const params = z.object({
  keadaan: postStatus.optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  penulis: number.optional().catch(undefined),
  label: z.string().max(100).optional().catch(undefined),
  hal: number.default(1).catch(1),
  dibuang: number.optional().catch(undefined),
})

/** What the address of a list asks for; nonsense counts as not asked. `trashed` is a post just put in the trash. */
export function readListParams(kind: PostKind, query: unknown): { filter: PostFilter; page: number; trashed?: number } {
  const { keadaan, q, penulis, label, hal, dibuang } = params.parse(query)
  return { filter: { kind, status: keadaan, query: q || undefined, authorId: penulis, label: label || undefined }, page: hal, trashed: dibuang }
}

/** The query of a list's address, `?keadaan=draft&hal=2`; empty when nothing is asked. */
export function listQuery({ status, query, authorId, label }: Partial<PostFilter>, page = 1): string {
  const search = new URLSearchParams()
  if (status) search.set('keadaan', status)
  if (query) search.set('q', query)
  if (authorId) search.set('penulis', String(authorId))
  if (label) search.set('label', label)
  if (page > 1) search.set('hal', String(page))
  return search.size ? `?${search}` : ''
}
