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
export async function askNext(next: NextHandler, siteUrl: string, path: string): Promise<Answer> {
  const headers = { host: new URL(siteUrl).host, accept: 'text/html', 'user-agent': 'Teduh' }
  const failed = new AbortController()
  const asked = inject(
    // Without this an error of Next's would leave the answer open for ever.
    (request, response) => void next(request as never, response as never).catch((error) => failed.abort(error)),
    { method: 'GET', url: path, headers },
  )
  const { statusCode, headers: given, rawPayload } = await Promise.race([asked, failure(failed)])
  return { status: statusCode, headers: given as IncomingHttpHeaders, body: rawPayload }
}

function failure(controller: AbortController): Promise<never> {
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(patience)])
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
}
