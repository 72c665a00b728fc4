import { makeChallenge } from '@/lib/spam/proof'

export const dynamic = 'force-dynamic'

/** Work for the browser of somebody who is about to write a comment; each is good once. */
export async function GET() {
  return Response.json(await makeChallenge(), { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
}
