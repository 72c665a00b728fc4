import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An answer of Next's, whole in memory. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/**
 * Asks Next for a page with a request of our own making: GET, a host and a path, and nothing of any visitor's.
 * No socket is involved.
 */
export async function askNext(next: NextHandler, siteUrl: string, path: string): Promise<Answer> {
  const { host } = new URL(siteUrl)
  const answer = await inject((request, response) => void next(request as never, response as never), {
    method: 'GET',
    url: path,
    headers: { host, accept: 'text/html', 'user-agent': 'Teduh' },
  })
  return { status: answer.statusCode, headers: answer.headers as IncomingHttpHeaders, body: answer.rawPayload }
}
