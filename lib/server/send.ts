import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from '@/lib/page-cache/encoding'
import type { FinishedPage } from '@/lib/page-cache/page-cache'

export type Reply = Pick<FinishedPage, 'status' | 'headers' | 'bodies'> & { etag?: string }

/** Sends something finished: in the visitor's encoding, without a body for HEAD, or just 304. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, headers, bodies, etag } = reply
  const encoding = bodies.br ? chooseEncoding(String(request.headers['accept-encoding'] ?? '')) : 'identity'
  const body = bodies[encoding] ?? bodies.identity
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (bodies.br) response.setHeader('vary', 'Accept-Encoding')
  if (etag) response.setHeader('etag', etag)
  if (status === 200 && etag && knows(request.headers['if-none-match'], etag)) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return
  }
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', body.length)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}

/** Weak comparison: the same page in another encoding is the same page. */
function knows(header: string | undefined, etag: string): boolean {
  if (!header) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag))
}
