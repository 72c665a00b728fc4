import { atomFeed } from '@/lib/feeds/atom'
import { shows } from '@/lib/page-cache/render-context'

export const dynamic = 'force-dynamic'

/** The newest posts as Atom, at Blogger's address for it. */
export async function GET() {
  shows('lists')
  return new Response(await atomFeed(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
