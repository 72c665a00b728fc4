import { env } from '@/lib/env'
import { recordView } from '@/lib/views/commands'

const longestBody = 1024

/** A reader's browser says that it has shown a post. The answer comes when the count is on disk. */
export async function POST(request: Request) {
  const body = await request.text()
  if (body.length > longestBody) return new Response(null, { status: 413 })
  const header = (name: string) => request.headers.get(name) ?? ''
  await recordView(
    body,
    {
      address: header('x-teduh-address'),
      agent: header('user-agent'),
      language: header('accept-language'),
      fetchSite: header('sec-fetch-site'),
      origin: header('origin'),
      purpose: header('sec-purpose') + header('purpose'),
      hasSession: /(?:^|; )(?:__Host-|__Secure-)?teduh\.session=/.test(header('cookie')),
    },
    env.SITE_URL,
  )
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}
