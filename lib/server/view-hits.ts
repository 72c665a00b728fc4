import type { IncomingMessage, ServerResponse } from 'node:http'
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
const noted: Reply = { status: 204, headers, bodies: { identity: Buffer.alloc(0) } }
/** One transparent pixel, for readers without script. */
const picture: Reply = {
  status: 200,
  headers: { ...headers, 'content-type': 'image/gif' },
  bodies: { identity: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64') },
}

export function isViewPath(path: string): boolean {
  return path === '/api/views' || picturePath.test(path)
}

/** A reader's browser says that it has shown a post. Answered without entering Next, once the count is on disk. */
export async function answerView({ recordView, trustedHops }: Options, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const facts = factsOf(request, trustedHops)
  const post = picturePath.exec(request.url!.split('?', 1)[0]!)?.[1]
  if (post !== undefined) {
    if (request.method !== 'GET') return refuse(request, response, 'GET')
    await recordView(JSON.stringify({ post: Number(post) }), facts, true)
    return send(request, response, picture)
  }
  if (request.method !== 'POST') return refuse(request, response, 'POST')
  const body = await read(request)
  if (body === null) {
    response.setHeader('connection', 'close')
    response.once('finish', () => request.destroy())
    return send(request, response, plainPage(413))
  }
  await recordView(body, facts, false)
  send(request, response, noted)
}

function factsOf(request: IncomingMessage, trustedHops: number): HitFacts {
  const header = (name: string) => String(request.headers[name] ?? '')
  return {
    address: clientAddress(request, trustedHops),
    agent: header('user-agent'),
    language: header('accept-language'),
    fetchSite: header('sec-fetch-site'),
    origin: header('origin') || header('referer'),
    purpose: header('sec-purpose') + header('purpose') + header('x-purpose'),
    hasSession: /(?:^|; )(?:__Host-|__Secure-)?teduh\.session=/.test(header('cookie')),
  }
}

/** Null when it is longer than a hit can be. */
function read(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > longestBody) resolve(null)
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
  })
}

function refuse(request: IncomingMessage, response: ServerResponse, allowed: string) {
  response.setHeader('allow', allowed)
  send(request, response, plainPage(405))
}
