import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { isSignedLink, log, tellPath } from '@/lib/log'
import { bodyLimit, limitBody } from './body-limit'
import { clientAddress } from './client-address'
import { asScript } from './as-script'
import type { Answer } from './fast-path/fast-path'
import { homeOf } from './home'
import type { MemoryTally } from './memory-tally'
import { passOn, type PassOn } from './pass-on'
import { plainPage } from './plain-page'
import { rawHeader } from './raw-header'
import type { ReaderPages } from './reader-pages'
import { redirectTo } from './redirect'
import { commonHeaders } from './security-headers'
import { type Reply, send } from './send'
import { keptBytes, replyBytes, sendKept } from './send-kept'
import { noSuchFile, type StaticFiles } from './static-files'
import { answerView, countHit, isViewPath, type RecordView } from './view-hits'

/** Which reader page an address means, before anything is looked up. */
export type Canonical =
  /** `callback`: the function that a script from elsewhere wants the answer handed to. */
  | { kind: 'reader'; key: string; callback?: string }
  | { kind: 'redirect'; location: string; status: 301 }
  | { kind: 'other' }
  | { kind: 'bad' }

export type FrontOptions = PassOn & {
  trustedHops: number
  canonicalAddress: (url: string) => Canonical
  readers: ReaderPages
  files: StaticFiles
  health: () => Promise<Reply>
  tally: MemoryTally
  recordView: RecordView
  /** How long an unused connection stays open, in ms. */
  keepAlive: number
}

const longestUrl = 8 * 1024
const slow = 1000

export type Front = {
  /** Everything that arrives, in the order in which it is cheapest to answer. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** What can be answered without Node's HTTP: pages in memory, and readers that are counted. */
  answerFast: Answer
}

export function createFront(options: FrontOptions): Front {
  const common = Object.entries(commonHeaders(options.siteUrl))
  const flatCommon = common.flat()
  return {
    answer(request, response) {
      const page = recall(options, request)
      if (page) sendKept(request, response, page, flatCommon)
      else if (isViewPath(request.url ?? '')) answerView(options, request, response, flatCommon)
      else void answerOthers(request, response)
    },
    answerFast(request, remoteAddress) {
      const page = recall(options, request)
      if (page) return keptBytes(request, page, flatCommon, options.keepAlive)
      if (!isViewPath(request.url)) return undefined
      return countHit(options, request, request.body, remoteAddress)?.then((reply) => replyBytes(reply, flatCommon, options.keepAlive))
    },
  }

  async function answerOthers(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID()
    const began = performance.now()
    response.setHeader('x-request-id', id)
    for (const [name, value] of common) response.setHeader(name, value)
    try {
      await answer(options, request, response)
    } catch (error) {
      log.error({ err: error, id, path: tellPath(request.url ?? '') }, 'request failed')
      if (response.headersSent) response.destroy()
      else send(request, response, plainPage(500))
    }
    const ms = Math.round(performance.now() - began)
    if (ms > slow) log.warn({ id, path: tellPath(request.url ?? ''), status: response.statusCode, ms }, 'slow answer')
  }
}

/**
 * A page in memory. An address exactly as we spell it is its own key. Nothing here waits, which spares most answers
 * half of their cost.
 */
function recall({ readers, tally, canonicalAddress }: FrontOptions, request: { method?: string; url?: string; rawHeaders: string[] }) {
  const { method, url = '/' } = request
  if (method !== 'GET' || url.length > longestUrl || rawHeader(request, 'if-none-match') !== undefined) return undefined
  const page = readers.recall(url) ?? recallWithoutQuery(readers, canonicalAddress, url)
  if (page?.headers['last-modified'] && rawHeader(request, 'if-modified-since') !== undefined) return undefined
  if (page) tally.count(page.bodies)
  return page
}

/** The same for parameters that mean nothing, such as WhatsApp and Facebook add them. */
function recallWithoutQuery(readers: ReaderPages, canonicalAddress: FrontOptions['canonicalAddress'], url: string) {
  if (!url.includes('?')) return undefined
  const address = canonicalAddress(url)
  return address.kind === 'reader' && address.callback === undefined ? readers.recall(address.key) : undefined
}

async function answer(options: FrontOptions, request: IncomingMessage, response: ServerResponse) {
  const { canonicalAddress, readers, files, health, tally } = options
  const url = request.url ?? '/'
  const path = url.split('?', 1)[0]!
  if (path === '/healthz') return send(request, response, await health())
  if (url.length > longestUrl) return send(request, response, plainPage(414))

  const file = files.find(path)
  if (file) return isRead(request) ? send(request, response, await file) : refuse(request, response)

  if (isFileFolder(path, options.isDevelopment)) return send(request, response, noSuchFile)

  const address = canonicalAddress(url)
  if (address.kind === 'bad') return send(request, response, plainPage(400))
  if (address.kind === 'other') return inner(options, request, response, path)
  if (!isRead(request)) return refuse(request, response)
  if (address.kind === 'redirect') return send(request, response, redirectTo(await lastHop(options, address.location), address.status))

  const { reply, fromMemory } = await readers.find(address.key)
  if (fromMemory) tally.count(reply.bodies)
  send(request, response, address.callback === undefined ? reply : await asScript(reply, address.callback))
}

/** Nobody is sent twice: where the tidied address leads on, the way goes there at once. */
async function lastHop({ canonicalAddress, readers }: FrontOptions, location: string): Promise<string> {
  const next = canonicalAddress(location)
  const found = next.kind === 'reader' ? await readers.lookUp(next.key) : undefined
  return found?.kind === 'redirect' ? found.location : location
}

async function inner(options: FrontOptions, request: IncomingMessage, response: ServerResponse, path: string) {
  const home = homeOf(request, options.siteUrl)
  if (home) return send(request, response, redirectTo(home, 307))
  const began = performance.now()
  const address = clientAddress(request, request.socket.remoteAddress ?? '', options.trustedHops)
  const fits = limitBody(request, bodyLimit(path), () => tooLarge(request, response))
  if (!fits) return
  // Said here too and not in the page alone, since a redirect has no page.
  if (isSignedLink(path)) response.setHeader('referrer-policy', 'no-referrer')
  await passOn(options, request, response, address)
  const ms = Math.round(performance.now() - began)
  log.info({ path: tellPath(path), method: request.method, status: response.statusCode, ms }, 'answered')
}

function tooLarge(request: IncomingMessage, response: ServerResponse) {
  if (response.headersSent) return void request.destroy()
  response.setHeader('connection', 'close')
  response.once('finish', () => request.destroy())
  send(request, response, plainPage(413))
}

/** Nothing of Next's own answers there but files; its image optimiser stays closed. */
function isFileFolder(path: string, isDevelopment: boolean) {
  return path.startsWith('/_teduh/') || (path.startsWith('/_next/') && !isDevelopment)
}

function isRead({ method }: IncomingMessage) {
  return method === 'GET' || method === 'HEAD'
}

function refuse(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('allow', 'GET, HEAD')
  send(request, response, plainPage(405))
}
