/** A request as it came, in the shape in which browsers and proxies send nearly all of theirs. */
export type PlainRequest = {
  method: string
  /** Path and query. */
  url: string
  /** Names, in lower case, and values by turns, as in `IncomingMessage`. */
  rawHeaders: string[]
  body: Buffer
}

/** `length`: of head and body together, in bytes, of which some may still be on their way. */
export type Read = { request: PlainRequest; length: number }

/** Longer heads are for Node, which has a limit of its own. */
const longestHead = 8 * 1024

/** RFC 9112, 3 and 5: of all that they allow what is usual, with nothing that two readers could take differently. */
const plainHead = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/[!-"$-~]* HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t -~\x80-\xff]*\r\n)+$/

/** A name by which a request ends elsewhere than its length says, or its connection turns into something else. */
const unusual = new Set(['transfer-encoding', 'upgrade', 'expect', 'te', 'trailer', 'http2-settings', 'proxy-connection'])

/**
 * Reads a request at the beginning of `bytes`. Undefined where its head is not whole or in any way out of the
 * ordinary: then nothing is known of it, not even where it ends, and Node's own parser has to judge.
 */
export function readRequest(bytes: Buffer): Read | undefined {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, longestHead))
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end + 2)
  if (!plainHead.test(head)) return undefined

  const rawHeaders: string[] = []
  let hosts = 0
  let bodyLength: number | undefined
  for (let at = head.indexOf('\r\n') + 2; at < head.length; ) {
    const colon = head.indexOf(':', at)
    const next = head.indexOf('\r\n', colon) + 2
    const name = head.slice(at, colon).toLowerCase()
    const said = head.slice(colon + 1, next - 2)
    const value = withoutBlanks(said)
    if (unusual.has(name)) return undefined
    if (name === 'host') hosts++
    else if (name === 'connection' && value.toLowerCase() !== 'keep-alive') return undefined
    else if (name === 'content-length') {
      // After it Node takes no tab.
      if (bodyLength !== undefined || !/^[\t ]*\d{1,12} *$/.test(said)) return undefined
      bodyLength = Number(value)
    }
    rawHeaders.push(name, value)
    at = next
  }
  if (hosts !== 1) return undefined

  const [method, url] = head.slice(0, head.indexOf(' HTTP/1.1')).split(' ') as [string, string]
  const bodyAt = end + 4
  const length = bodyAt + (bodyLength ?? 0)
  return { request: { method, url, rawHeaders, body: bytes.subarray(bodyAt, length) }, length }
}

/** Spaces and tabs alone: `trim` takes more for blank than HTTP does. */
function withoutBlanks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (from < to && isBlank(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

const isBlank = (code: number) => code === 0x20 || code === 0x09
