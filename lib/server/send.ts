import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from '@/lib/page-cache/encoding'
import type { FinishedPage } from '@/lib/page-cache/page-cache'

export type Reply = Pick<FinishedPage, 'status' | 'headers' | 'bodies'> & { etag?: string }

/** Sends something finished: in the visitor's encoding, without a body for HEAD, or just 304. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, headers, bodies, etag } = reply
  const encoding = bodies.br ? chooseEncoding(String(request.headers['accept-encoding'] ?? '')) : 'identity'
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (bodies.br) response.setHeader('vary', 'Accept-Encoding')
  if (etag) response.setHeader('etag', etag)
  if (status === 200 && isKnown(request, etag, headers['last-modified'])) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return
  }
  // Made only now, where it has to be.
  const body = bodies[encoding] ?? bodies.identity
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', body.length)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}

/** The time counts only for those who do not know the tag (RFC 9110, 13.2.2). */
function isKnown({ headers }: IncomingMessage, etag: string | undefined, modified: string | undefined): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return etag ? knows(tags, etag) : false
  const since = Date.parse(String(headers['if-modified-since'] ?? ''))
  return modified !== undefined && since >= Date.parse(modified)
}

/** Weak comparison: the same page in another encoding is the same page. */
function knows(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag))
}
