import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequest } from './read-request'

type Seen = { method: string; url: string; rawHeaders: string[]; body: string }

/** What Node's own parser makes of some bytes; null where it refuses them or waits for more. */
async function readByNode(bytes: Buffer): Promise<Seen[] | null> {
  const seen: Seen[] = []
  const state = { reading: 0, refused: false }
  const refuse = () => void (state.refused = true)
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    state.reading++
    const body = await bodyOf(request)
    seen.push({ method: request.method!, url: request.url!, rawHeaders: request.rawHeaders.map((text, i) => (i % 2 ? text : text.toLowerCase())), body })
    state.reading--
    response.end()
  })
  server.on('clientError', (_, socket) => {
    refuse()
    socket.destroy()
  })
  server.on('checkContinue', refuse).on('upgrade', refuse).on('connect', refuse)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
  socket.resume().write(bytes)
  for (let i = 0; i < 20 && !state.refused && (seen.length === 0 || state.reading > 0); i++) await wait(3)
  socket.destroy()
  server.closeAllConnections()
  server.close()
  return state.refused || state.reading > 0 || seen.length === 0 ? null : seen
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  request.setEncoding('latin1')
  for await (const piece of request) body += piece
  return body
}

const name = fc.constantFrom(
  'Accept-Encoding', 'user-agent', 'X-Forwarded-For', 'Cookie', 'If-None-Match', 'Content-Length', 'content-length', 'Transfer-Encoding', 'Connection',
  'Expect', 'Upgrade', 'Host', 'TE', 'X Bad', 'X-Bad:', 'Über', 'a!#$%', '',
)
const value = fc.oneof(
  fc.constantFrom('br', 'keep-alive', 'Keep-Alive', 'close', 'chunked', '3', '03', '+3', '3, 3', '0', '-1', '100-continue', 'h2c', 'a.example', '', ' ', '\t3 ', 'a\tb', '3\t', '3\xa0', '\xa03', 'keep-alive\xa0', '\xa0', 'é', '"x', 'a,b'),
  fc.string({ maxLength: 12 }),
)
const header = fc.tuple(name, fc.constantFrom(':', ': ', ' : ', ':\t', ''), value, fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r\n ', '\r')).map((parts) => parts.join(''))
const line = fc.tuple(
  fc.constantFrom('GET', 'POST', 'HEAD', 'get', 'OPTIONS', 'GE T', 'G\x00T', 'PROPFIND', 'BREW'),
  fc.constantFrom(' ', ' ', ' ', '  ', '\t'),
  fc.oneof(fc.constantFrom('/', '/a?b=c', '*', 'http://evil.example/a', '//a', '/a b', '/a#b', '/%zz', '/é', '/a\\b', '/"<>'), fc.string({ maxLength: 9 }).map((path) => `/${path}`)),
  fc.constantFrom(' HTTP/1.1\r\n', ' HTTP/1.1\r\n', ' HTTP/1.1\r\n', ' HTTP/1.0\r\n', ' HTTP/2.0\r\n', ' http/1.1\r\n', '\r\n', ' HTTP/1.1\n', ' HTTP/1.1 \r\n'),
).map((parts) => parts.join(''))
const request = fc.tuple(
  fc.constantFrom('', '', '', '', '\r\n'), line, fc.constantFrom('Host: a\r\n', 'Host: a\r\n', 'Host: a\r\n', ''),
  fc.array(header, { maxLength: 4 }), fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', ''), fc.constantFrom('', '', 'abc', 'abcdef', '0\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'),
).map(([before, first, host, headers, end, body]) => Buffer.from(before + first + host + headers.join('') + end + body, 'latin1'))

test('whatever is read here, Node reads the same way, and nothing besides', async () => {
  let read = 0
  await fc.assert(fc.asyncProperty(request, async (bytes) => {
    const found = readRequest(bytes)
    if (!found || found.length !== bytes.length) return
    read++
    const { method, url, rawHeaders, body } = found.request
    expect(await readByNode(bytes)).toEqual([{ method, url, rawHeaders, body: body.toString('latin1') }])
  }), { numRuns: 40_000, examples: [[Buffer.from('POST /api/views HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nX:\r\n\r\nabc')]] })
  // Otherwise it would say nothing.
  expect(read).toBeGreaterThan(50)
})

const plain = 'GET /a?b HTTP/1.1\r\nHost: a\r\nAccept-Encoding:  gzip, br \r\nX-Empty:\r\n'

test('reads what browsers send', () => {
  expect(readRequest(Buffer.from(`${plain}\r\n`))).toEqual({
    request: { method: 'GET', url: '/a?b', rawHeaders: ['host', 'a', 'accept-encoding', 'gzip, br', 'x-empty', ''], body: Buffer.alloc(0) },
    length: plain.length + 2,
  })
  const post = Buffer.from(`${plain}Content-Length: 5\r\nConnection: Keep-Alive\r\n\r\nhell`)
  expect(readRequest(post)!.length).toBe(post.length + 1)
})

test.each([
  ['is not whole', plain],
  ['has no host', 'GET / HTTP/1.1\r\nX: a\r\n\r\n'],
  ['has two hosts', `${plain}Host: b\r\n\r\n`],
  ['has two lengths', `${plain}Content-Length: 1\r\ncontent-length: 1\r\n\r\na`],
  ['has a length with a blank that is none', `${plain}Content-Length: 3\xa0\r\n\r\nabc`],
  ['has a length that is none', `${plain}Content-Length: 1e3\r\n\r\n`],
  ['comes in chunks', `${plain}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['waits for a word', `${plain}Expect: 100-continue\r\nContent-Length: 1\r\n\r\n`],
  ['is the last one', `${plain}Connection: close\r\n\r\n`],
  ['becomes something else', `${plain}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  ['has a folded line', `${plain}X: a\r\n b\r\n\r\n`],
  ['has a line that ends by itself', `${plain}X: a\nY: b\r\n\r\n`],
  ['has a space before the colon', `${plain}X : a\r\n\r\n`],
  ['is very long', `${plain}X: ${'a'.repeat(9000)}\r\n\r\n`],
  ['is old', 'GET / HTTP/1.0\r\nHost: a\r\n\r\n'],
  ['names a whole address', 'GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n'],
])('leaves to Node what %s', (_, text) => {
  expect(readRequest(Buffer.from(text))).toBeUndefined()
})
