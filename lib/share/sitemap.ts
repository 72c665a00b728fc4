import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { escapeXml } from '@/lib/export/xml'
import { isPublic } from '@/lib/posts/queries'

/** As many as a sitemap may name (sitemaps.org). */
export const mostAddresses = 50_000

/**
 * The sitemap of a part, or, without one, of everything: all public addresses, or an index of the parts when there are
 * too many. Null when there is no such part.
 *
 * @param part from 1
 */
export async function sitemap(url: string, part: number | null, most = mostAddresses): Promise<string | null> {
  // The front page is the first.
  const total = 1 + (await db.post.count({ where: isPublic }))
  const parts = Math.ceil(total / most)
  if (part !== null && part > parts) return null
  if (part === null && parts > 1) return index(Array.from({ length: parts }, (_, i) => `${url}/sitemap.xml?page=${i + 1}`))
  const from = ((part ?? 1) - 1) * most
  const paths = await listPaths(isPublic, { skip: Math.max(0, from - 1), take: from === 0 ? most - 1 : most })
  return urls([...(from === 0 ? [entry(`${url}/`)] : []), ...paths.map(({ path, updatedAt }) => entry(url + path, updatedAt))])
}

/** The static pages alone, as Blogger has them at /sitemap-pages.xml. */
export async function sitemapOfPages(url: string): Promise<string> {
  const paths = await listPaths({ ...isPublic, kind: 'page' }, { skip: 0, take: mostAddresses })
  return urls(paths.map(({ path, updatedAt }) => entry(url + path, updatedAt)))
}

/** Oldest first, so that parts stay as they are when something is published. */
function listPaths(where: Prisma.PostWhereInput, { skip, take }: { skip: number; take: number }) {
  return db.post.findMany({ where, orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }], skip, take, select: { path: true, updatedAt: true } })
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

function urls(entries: string[]): string {
  return `${head}<urlset ${namespace}>\n${entries.join('\n')}\n</urlset>\n`
}

function index(addresses: string[]): string {
  return `${head}<sitemapindex ${namespace}>\n${addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`
}

function entry(address: string, lastmod?: Date): string {
  return `<url><loc>${escapeXml(address)}</loc>${lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''}</url>`
}
