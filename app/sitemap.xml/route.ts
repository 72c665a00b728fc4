import { shows } from '@/lib/page-cache/render-context'
import { listPublicPaths } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** Every public address (sitemaps.org), the front page first. */
export async function GET() {
  shows('lists')
  const { url } = await getSite()
  const paths = await listPublicPaths()
  const entries = paths.map(({ path, updatedAt }) => entry(url + path, updatedAt))
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    entry(`${url}/`),
    ...entries,
    '</urlset>',
  ].join('\n')
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

function entry(loc: string, lastmod?: Date): string {
  const escaped = loc.replace(/&/g, '&amp;').replace(/'/g, '&apos;')
  return `<url><loc>${escaped}</loc>${lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''}</url>`
}
