import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import { factsFrom } from '@/lib/views/facts'
import type { HitFacts } from '@/lib/views/schema'
import { clientAddress } from './client-address'
import { plainPage } from './plain-page'
import { barePolicy } from './security-headers'
import { send, type Reply } from './send'

/** Writes a hit down; resolves when it is on disk. `noScript`: it came by the picture. */
export type RecordView = (body: string, facts: HitFacts, noScript: boolean) => Promise<unknown>
type Options = { recordView: RecordView; trustedHops: number }

const longestBody = 1024
const picturePath = /^\/api\/views\/(\d{1,9})\.gif$/

const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'content-security-policy': barePolicy }
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
 * A reader's browser says that it has shown a post. Answered without entering Next, once the count is on disk.
 * When thousands come at once each costs little: nothing is set one by one.
 *
 * @param common headers of every answer, as a flat list
 */
export function answerView(options: Options, request: IncomingMessage, response: ServerResponse, common: readonly string[]): void {
  const post = picturePath.exec(request.url!.split('?', 1)[0]!)?.[1]
  const method = post === undefined ? 'POST' : 'GET'
  if (request.method !== method) return refuse(request, response, common, { status: 405, allow: method })
  const facts = factsOf(request, options.trustedHops)
  const fail = (error: unknown) => {
    log.error({ err: error }, 'a view was not written down')
    if (!response.headersSent) refuse(request, response, common, { status: 503 })
  }
  if (post !== undefined) {
    const answer = () => sendWith(request, response, common, picture)
    return void options.recordView(JSON.stringify({ post: Number(post) }), facts, true).then(answer).catch(fail)
  }
  const noted = () => void response.writeHead(204, [...common, ...flat]).end()
  read(request, response, common, (body) => options.recordView(body, facts, false).then(noted).catch(fail))
}

const flat = Object.entries(headers).flat()

function factsOf(request: IncomingMessage, trustedHops: number): HitFacts {
  return factsFrom((name) => String(request.headers[name] ?? ''), clientAddress(request, trustedHops))
}

/** Collects the body, which is never longer than a hit can be. */
function read(request: IncomingMessage, response: ServerResponse, common: readonly string[], done: (body: string) => void) {
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
    if (length <= longestBody) done((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString())
  })
}

function refuse(request: IncomingMessage, response: ServerResponse, common: readonly string[], { status, allow }: { status: 405 | 413 | 503; allow?: string }) {
  if (allow) response.setHeader('allow', allow)
  sendWith(request, response, common, plainPage(status))
}

function sendWith(request: IncomingMessage, response: ServerResponse, common: readonly string[], reply: Reply) {
  for (let i = 0; i < common.length; i += 2) response.setHeader(common[i]!, common[i + 1]!)
  send(request, response, reply)
}
