import { shows } from '@/lib/page-cache/render-context'
import { pageNumber } from '@/lib/posts/params'
import { sitemap } from '@/lib/share/sitemap'
import { getSite } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** Every public address (sitemaps.org); `?page=` a part of them. */
export async function GET(request: Request) {
  shows('lists')
  const { url } = await getSite()
  const { searchParams } = new URL(request.url)
  const xml = await sitemap(url, searchParams.has('page') ? pageNumber({ page: searchParams.get('page')! }) : null)
  if (xml === null) return new Response(null, { status: 404 })
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
