import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding, type Encoding } from '@/lib/page-cache/encoding'
import type { FinishedPage } from '@/lib/page-cache/page-cache'
import { rawHeader } from './raw-header'
import { rememberWhole, type Whole, writeWhole } from './write-whole'

type Head = { body: Buffer; lines: string[]; whole?: Whole | undefined }

/** Names and values as `writeHead` takes them, put together once for each page and encoding. */
const heads = new WeakMap<FinishedPage, Partial<Record<Encoding, Head>>>()

/**
 * Sends a page that is in memory, whole. Most of what arrives ends here, so it makes as little as it can:
 * HEAD and 304 are left to `send`, and it has no id, since no line of the log speaks of it.
 *
 * @param common headers of every answer, as a flat list
 */
export function sendKept(request: IncomingMessage, response: ServerResponse, page: FinishedPage, common: readonly string[]): void {
  const encoding = page.bodies.br ? rememberedChoice(rawHeader(request, 'accept-encoding') ?? '') : 'identity'
  const head = headOf(page, encoding, common)
  if (head.whole && response.shouldKeepAlive) return writeWhole(response, head.whole)
  response.writeHead(page.status, head.lines)
  response.end(head.body)
  // What was compressed is small, and asked for again; the rest would take the memory that packing saves.
  if (encoding === 'br') head.whole = rememberWhole(response, head.body)
  // In memory once, and not a second time beside its head.
  if (head.whole) page.bodies.br = head.body = head.whole.body
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
