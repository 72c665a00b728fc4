import { suggestFor } from '@/lib/addresses/suggest'
import { Turnstile } from '@/lib/server/turnstile'

/** Whoever floods this keeps only this busy. */
const turnstile = new Turnstile(1, 20, 1000)

/** What somebody may have meant by an address that leads nowhere; the script of that page asks. */
export async function GET(request: Request) {
  const address = new URL(request.url).searchParams.get('alamat') ?? ''
  const posts = await turnstile.pass(() => suggestFor(address))
  if (!posts) return new Response(null, { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } })
  return Response.json(posts, { headers: { 'cache-control': 'public, max-age=300' } })
}
