import { db } from '@/lib/db/client'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** A page of them, the newest first, of those whose old or new address has the word. */
export async function listRedirects(viewer: Viewer, { word = '', page = 1, take = 50 }: { word?: string; page?: number; take?: number }) {
  authorise(viewer, 'redirect.manage')
  const where = word ? { OR: [{ fromKey: { contains: word.toLowerCase() } }, { target: { contains: word } }] } : {}
  const [total, redirects] = await Promise.all([
    db.redirect.count({ where }),
    db.redirect.findMany({ where, orderBy: { id: 'desc' }, skip: (page - 1) * take, take, select: { id: true, fromKey: true, target: true } }),
  ])
  return { total, redirects, page, pages: Math.max(1, Math.ceil(total / take)) }
}
