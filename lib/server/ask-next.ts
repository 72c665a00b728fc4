import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An answer of Next's, whole in memory. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Milliseconds after which a page counts as failed: nobody waits for it much longer. */
const patience = 30_000

/**
 * Asks Next for a page with a request of our own making: GET, a host and a path, and nothing of any visitor's.
 * No socket is involved. Rejects when Next throws or takes too long.
 */
export function askNext(next: NextHandler, siteUrl: string, path: string): Promise<Answer> {
  const headers = { host: new URL(siteUrl).host, accept: 'text/html', 'user-agent': 'Teduh' }
  return new Promise((resolve, reject) => {
    // Taken back with the answer: what a waiting timer refers to (the whole rendering) stays in memory.
    const timer = setTimeout(() => reject(new Error(`no answer from Next within ${patience} ms`)), patience)
    // Without this an error of Next's would leave the answer open for ever.
    const ask = (request: unknown, response: unknown) => void next(request as never, response as never).catch(reject)
    inject(ask as Parameters<typeof inject>[0], { method: 'GET', url: path, headers })
      .then(({ statusCode, headers, rawPayload }) => ({ status: statusCode, headers: headers as IncomingHttpHeaders, body: rawPayload }))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
