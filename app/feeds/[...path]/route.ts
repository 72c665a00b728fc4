import { answerFeed } from '@/lib/feeds/answer'
import { readFeed } from '@/lib/feeds/request'

export const dynamic = 'force-dynamic'

/** Every feed, at Blogger's addresses and with its parameters. */
export async function GET(request: Request) {
  const { pathname, searchParams } = new URL(request.url)
  const asked = readFeed(pathname, searchParams)
  const answer = asked && (await answerFeed(asked))
  return answer ? new Response(answer.body, { headers: answer.headers }) : new Response(null, { status: 404 })
}
