import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import { factsFrom } from '@/lib/views/facts'
import type { HitFacts } from '@/lib/views/schema'
import { clientAddress } from './client-address'
import { plainPage } from './plain-page'
import { rawHeader } from './raw-header'
import { barePolicy } from './security-headers'
import { send, type Reply } from './send'

/** Writes a hit down; resolves when it is on disk. `noScript`: it came by the picture. */
export type RecordView = (body: string, facts: HitFacts, noScript: boolean) => Promise<unknown>
type Options = { recordView: RecordView; trustedHops: number }
/** What a hit is told by, however it came. */
type Asked = { method: string; url: string; rawHeaders: string[] }

const longestBody = 1024
const picturePath = /^\/api\/views\/(\d{1,9})\.gif$/

const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'content-security-policy': barePolicy }
const noted: Reply = { status: 204, headers, bodies: { identity: Buffer.alloc(0) } }
/** One transparent pixel, for readers without script. */
const picture: Reply = {
  status: 200,
  headers: { ...headers, 'content-type': 'image/gif' },
  bodies: { identity: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64') },
}

/** @param url path and query */
export function isViewPath(url: string): boolean {
  return url.startsWith('/api/views') && (url === '/api/views' || picturePath.test(url.split('?', 1)[0]!) || url.startsWith('/api/views?'))
}

/**
 * A reader's browser says that it has shown a post. Undefined where that is not said as it should be; else what to
 * answer, without entering Next, once the count is on disk.
 */
export function countHit(options: Options, asked: Asked, body: Buffer, remoteAddress: string): Promise<Reply> | undefined {
  const post = pictureOf(asked)
  if (asked.method !== methodFor(post) || body.length > longestBody) return undefined
  const facts = factsFrom((name) => rawHeader(asked, name) ?? '', clientAddress(asked, remoteAddress, options.trustedHops))
  const isPicture = post !== undefined
  const recorded = options.recordView(isPicture ? JSON.stringify({ post: Number(post) }) : body.toString(), facts, isPicture)
  return recorded.then(() => (isPicture ? picture : noted), (error) => {
    log.error({ err: error }, 'a view was not written down')
    return plainPage(503)
  })
}

/** The same for what Node's HTTP reads. @param common headers of every answer, as a flat list */
export function answerView(options: Options, request: IncomingMessage, response: ServerResponse, common: readonly string[]): void {
  const asked = { method: request.method!, url: request.url!, rawHeaders: request.rawHeaders }
  const method = methodFor(pictureOf(asked))
  if (request.method !== method) return refuse(request, response, common, { status: 405, allow: method })
  const remoteAddress = request.socket.remoteAddress ?? ''
  read(request, response, common, (body) => {
    void countHit(options, asked, body, remoteAddress)?.then((reply) => sendWith(request, response, common, reply))
  })
}

const pictureOf = ({ url }: Asked) => picturePath.exec(url.split('?', 1)[0]!)?.[1]
const methodFor = (post: string | undefined) => (post === undefined ? 'POST' : 'GET')

/** Collects the body, which is never longer than a hit can be. */
function read(request: IncomingMessage, response: ServerResponse, common: readonly string[], done: (body: Buffer) => void) {
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= longestBody) chunks.push(chunk)
    else if (!response.headersSent) {
      response.once('finish', () => request.destroy())
      refuse(request, response, [...common, 'connection', 'close'], { status: 413 })
    }
  })
  request.on('end', () => {
    if (length <= longestBody) done(Buffer.concat(chunks))
  })
}

function refuse(request: IncomingMessage, response: ServerResponse, common: readonly string[], { status, allow }: { status: 405 | 413; allow?: string }) {
  if (allow) response.setHeader('allow', allow)
  sendWith(request, response, common, plainPage(status))
}

function sendWith(request: IncomingMessage, response: ServerResponse, common: readonly string[], reply: Reply) {
  for (let i = 0; i < common.length; i += 2) response.setHeader(common[i]!, common[i + 1]!)
  send(request, response, reply)
}
