import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'

/** An answer as it goes over the line, in one piece; `body` is the part of it that is the body. */
export type Wire = { bytes: Buffer; body: Buffer; dateAt: number; second: number }

/**
 * Puts an answer together as Node's HTTP does, for a connection that stays open. Throws where a header is not one.
 *
 * @param lines names and values by turns, with those that follow from the body
 * @param keepAlive how long the connection stays open unused, in ms
 */
export function wireOf(status: number, lines: readonly string[], body: Buffer, keepAlive: number): Wire {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  for (let i = 0; i < lines.length; i += 2) {
    validateHeaderName(lines[i]!)
    validateHeaderValue(lines[i]!, lines[i + 1]!)
    head += `${lines[i]}: ${lines[i + 1]}\r\n`
  }
  head += 'Date: '
  const dateAt = head.length
  head += `${new Date(0).toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAlive / 1000)}\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body])
  return { bytes, body: bytes.subarray(bytes.length - body.length), dateAt, second: 0 }
}

/** The bytes, with the present date in them. */
export function dated(wire: Wire): Buffer {
  const second = Math.floor(Date.now() / 1000)
  if (wire.second !== second) {
    wire.bytes.write(new Date(second * 1000).toUTCString(), wire.dateAt, 'latin1')
    wire.second = second
  }
  return wire.bytes
}
