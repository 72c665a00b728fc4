import type { ServerResponse } from 'node:http'
import { chooseEncoding, type Encoding } from '@/lib/page-cache/encoding'
import type { FinishedPage } from '@/lib/page-cache/page-cache'
import { dated, type Wire, wireOf } from './fast-path/wire'
import { rawHeader } from './raw-header'
import type { Reply } from './send'

type Asked = { rawHeaders: string[] }
type Head = { body: Buffer; lines: string[]; wire?: Wire }

/** Names and values as `writeHead` takes them, put together once for each page and encoding. */
const heads = new WeakMap<FinishedPage, Partial<Record<Encoding, Head>>>()

/**
 * Sends a page that is in memory, whole. HEAD and 304 are left to `send`; it has no id, since no line of the log
 * speaks of it.
 *
 * @param common headers of every answer, as a flat list
 */
export function sendKept(request: Asked, response: ServerResponse, page: FinishedPage, common: readonly string[]): void {
  const { lines, body } = headOf(page, encodingFor(request, page), common)
  response.writeHead(page.status, lines).end(body)
}

/** The same as bytes for a connection that stays open. @param keepAlive how long it does, in ms */
export function keptBytes(request: Asked, page: FinishedPage, common: readonly string[], keepAlive: number): Buffer {
  const encoding = encodingFor(request, page)
  const head = headOf(page, encoding, common)
  if (head.wire) return dated(head.wire)
  const wire = wireOf(page.status, head.lines, head.body, keepAlive)
  // What was compressed is small, and asked for again; the rest would take the memory that packing saves.
  if (encoding === 'br') {
    head.wire = wire
    // In memory once, and not a second time beside its head.
    page.bodies.br = head.body = wire.body
  }
  return dated(wire)
}

const replies = new WeakMap<Reply, Wire>()

/** The same for an answer that comes in one encoding only. */
export function replyBytes(reply: Reply, common: readonly string[], keepAlive: number): Buffer {
  const known = replies.get(reply)
  if (known) return dated(known)
  const body = reply.bodies.identity
  const length = reply.status === 204 ? [] : ['content-length', String(body.length)]
  const wire = wireOf(reply.status, [...common, ...Object.entries(reply.headers).flat(), ...length], body, keepAlive)
  replies.set(reply, wire)
  return dated(wire)
}

function encodingFor(request: Asked, page: FinishedPage): Encoding {
  return page.bodies.br ? rememberedChoice(rawHeader(request, 'accept-encoding') ?? '') : 'identity'
}

function headOf(page: FinishedPage, encoding: Encoding, common: readonly string[]): Head {
  const known = heads.get(page) ?? {}
  const body = page.bodies[encoding] ?? page.bodies.identity
  // A smaller body may have taken the place of the first one.
  if (known[encoding]?.body === body) return known[encoding]
  const own = Object.entries(page.headers).flat()
  if (page.bodies.br) own.push('vary', 'Accept-Encoding')
  if (page.etag) own.push('etag', page.etag)
  if (encoding !== 'identity') own.push('content-encoding', encoding)
  const head = { body, lines: [...common, ...own, 'content-length', String(body.length)] }
  // An unpacked body is for this one answer; kept, it would take the memory that packing saves.
  if (encoding !== 'identity' || !page.bodies.br) heads.set(page, { ...known, [encoding]: head })
  return head
}

const choices = new Map<string, Encoding>()

/** Browsers send a handful of different wishes; whoever makes up more does not fill the memory. */
function rememberedChoice(accept: string): Encoding {
  const known = choices.get(accept)
  if (known) return known
  if (choices.size >= 100) choices.clear()
  const choice = chooseEncoding(accept)
  choices.set(accept, choice)
  return choice
}
