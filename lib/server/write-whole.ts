import type { ServerResponse } from 'node:http'

/** A head and a body in one piece, with the place of the date in it; `body` is the part of it that is the body. */
export type Whole = { bytes: Buffer; body: Buffer; dateAt: number; second: number; head: string }

/**
 * What Node itself keeps of a head. None of it is documented, so nothing here depends on it: where it is not as
 * expected, answers go the ordinary way. Putting the head together again for every answer, and handing it over
 * apart from the body, is more than half of what an answer from memory costs.
 */
type Inner = { _header?: unknown; _headerSent?: unknown }

const datePattern = /\r\nDate: ([^\r\n]{29})\r\n/

/** Puts together what `response` has just sent, from the head that Node made for it; undefined where that is not as expected. */
export function rememberWhole(response: ServerResponse, body: Buffer): Whole | undefined {
  const { _header: head, _headerSent } = response as Inner
  if (!response.shouldKeepAlive || typeof head !== 'string' || _headerSent !== true) return undefined
  const date = datePattern.exec(head)
  if (!date || !head.startsWith('HTTP/1.1 ') || !head.endsWith('\r\n\r\n')) return undefined
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body])
  return { bytes, body: bytes.subarray(bytes.length - body.length), dateAt: date.index + 8, second: 0, head }
}

/** Only for a connection that stays open, as the one did whose answer was remembered. */
export function writeWhole(response: ServerResponse, whole: Whole): void {
  const second = Math.floor(Date.now() / 1000)
  if (whole.second !== second) {
    whole.bytes.write(new Date(second * 1000).toUTCString(), whole.dateAt, 'latin1')
    whole.second = second
  }
  const inner = response as Inner
  inner._header = whole.head
  inner._headerSent = true
  // Without a socket it waits for an answer before it on the same connection.
  if (!response.socket) return void response.end(whole.bytes)
  response.socket.write(whole.bytes)
  response.end()
}
