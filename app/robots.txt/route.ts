import { getSite } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** Search results, the admin area and handlers are not for search engines; labels are. */
export async function GET() {
  const { url } = await getSite()
  const lines = [
    'User-agent: *', 'Disallow: /search?', 'Disallow: /admin', 'Disallow: /api/', 'Disallow: /tautan/', 'Disallow: /pratinjau/',
    'Allow: /', '', `Sitemap: ${url}/sitemap.xml`, '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
