import { shows } from '@/lib/page-cache/render-context'
import { sitemapOfPages } from '@/lib/share/sitemap'
import { getSite } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** The static pages, where Blogger has them. */
export async function GET() {
  shows('lists')
  const { url } = await getSite()
  return new Response(await sitemapOfPages(url), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
