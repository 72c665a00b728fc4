import { db } from '@/lib/db/client'
import { isPublic } from '@/lib/posts/queries'

export type Suggestion = { path: string; title: string }

const most = 5
const candidates = 200

/**
 * Public posts whose address has words of one that leads nowhere, those with most of them first. One look at the
 * addresses; the page of a 404 itself asks nothing, so that a flood of unknown addresses stays cheap.
 */
export async function suggestFor(address: string): Promise<Suggestion[]> {
  const words = wordsOf(address)
  if (words.length === 0) return []
  const rows = await db.post.findMany({
    where: { ...isPublic, OR: words.map((word) => ({ pathKey: { contains: word } })) },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: candidates, select: { path: true, pathKey: true, title: true },
  })
  const month = /^\/\d{4}\/\d{2}\//.exec(address)?.[0]
  const score = ({ pathKey }: { pathKey: string | null }) =>
    words.filter((word) => pathKey!.includes(word)).reduce((sum, word) => sum + word.length, 0) + (month && pathKey!.startsWith(month) ? 3 : 0)
  return rows.toSorted((a, b) => score(b) - score(a)).slice(0, most).map(({ path, title }) => ({ path: path!, title }))
}

/** Of the last part of the address, without what every address has. */
function wordsOf(address: string): string[] {
  const last = address.slice(0, 300).toLowerCase().replace(/\.html?$/, '').split('/').findLast(Boolean) ?? ''
  const words = last.normalize('NFKD').replace(/\p{M}/gu, '').split(/[^a-z0-9]+/).filter((word) => word.length >= 4 && !/^(?:blog|post|html|index|page|\d+)$/.test(word))
  return [...new Set(words)].slice(0, 6)
}
