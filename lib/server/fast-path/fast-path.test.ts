import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { openFastPath } from './fast-path'
import type { PlainRequest } from './read-request'
import { dated, wireOf } from './wire'

const lines = ['content-type', 'text/html; charset=utf-8', 'etag', '"abc"', 'content-length', '15']
const body = Buffer.from('Tuhan itu baik.')
const keepAlive = 65_000

const opened: (() => void)[] = []
afterEach(() => opened.splice(0).forEach((close) => close()))

/** A server that answers `/fast`, `/slow` and `/long` by the fast path, and all else by Node: `/echo` with what was sent. */
async function open() {
  const ways: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const wire = wireOf(200, lines, body, keepAlive)
  const long = wireOf(200, ['content-length', '100000'], Buffer.alloc(100_000, 'x'), keepAlive)
  const server: Server = createServer({ keepAliveTimeout: keepAlive, headersTimeout: 15_000 }, (request, response) => {
    ways.push(`node ${request.method} ${request.url}`)
    void answer(request, response)
  })
  const path = openFastPath(server, ({ url }: PlainRequest, address) => {
    const reply = { '/fast': wire, '/slow': held.then(() => dated(wire)), '/long': long }[url]
    if (reply) ways.push(`fast ${url} ${address}`)
    return reply && ('then' in reply ? reply : dated(reply))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  opened.push(() => {
    path.closeAll()
    server.close()
  })
  return { server, path, ways, port, release, talk: (...pieces: Piece[]) => talk(port, pieces) }
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  if (request.url === '/fast') return void response.writeHead(200, lines).end(body)
  if (request.url === '/long') return void response.end(Buffer.alloc(100_000, 'x'))
  if (request.url === '/early') return void response.end('early')
  if (request.url === '/last') return void response.setHeader('Connection', 'close').end('last')
  if (request.url === '/gone') return void response.destroy()
  if (request.url === '/parts') {
    response.write('one ')
    await wait(20)
    return void response.end('two')
  }
  let text = ''
  for await (const piece of request) text += piece
  response.end(`${text.length} ${request.socket.remoteAddress} ${request.socket.constructor.name}`)
}

type Piece = string | number

/** Sends pieces over one connection, with pauses where there is a number of ms, and gives what has come back when nothing more comes. */
async function talk(port: number, pieces: Piece[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
  let heard = ''
  socket.on('data', (piece) => (heard += piece)).on('error', () => {})
  for (const piece of pieces) {
    if (typeof piece === 'string') socket.write(piece, 'latin1')
    else await wait(piece)
  }
  for (let before = -1; before !== heard.length && !socket.destroyed; await wait(80)) before = heard.length
  socket.destroy()
  return heard
}

const ask = (path: string, more = '', content = '') => `${content ? 'POST' : 'GET'} ${path} HTTP/1.1\r\nHost: a\r\n${content && `Content-Length: ${content.length}\r\n`}${more}\r\n${content}`
const answers = (heard: string) => heard.split(/(?=HTTP\/1\.1 )/)
const bodies = (heard: string) => answers(heard).map((text) => text.slice(text.indexOf('\r\n\r\n') + 4))
const withoutDate = (text: string) => text.replace(/Date: [^\r]+/, 'Date:')

test('an answer is byte for byte what Node sends, with the present date', async () => {
  const { talk, ways } = await open()
  const [fast, byNode] = [await talk(ask('/fast')), await talk(ask('/fast', 'Expect: nothing\r\n').replace('Expect', 'TE'))]
  expect(ways).toEqual(['fast /fast 127.0.0.1', 'node GET /fast'])
  expect(withoutDate(fast)).toBe(withoutDate(byNode))
  expect(fast).toContain('Keep-Alive: timeout=65\r\n')
  expect(Math.abs(Date.parse(/Date: ([^\r]+)/.exec(fast)![1]!) - Date.now())).toBeLessThan(3000)
})

test('one connection goes to Node for one request and comes back, also when that has a body in pieces', async () => {
  const { talk, ways } = await open()
  const post = ask('/echo', '', 'abcdef')
  const heard = await talk(
    ask('/fast'), 20, post, 20, ask('/fast'), 20, post.slice(0, -4), 20, post.slice(-4, -2), 20, post.slice(-2), 20, ask('/fast'), 20,
    ask('/parts'), 60, ask('/fast'),
  )
  expect(ways).toEqual(['fast /fast 127.0.0.1', 'node POST /echo', 'fast /fast 127.0.0.1', 'node POST /echo', 'fast /fast 127.0.0.1', 'node GET /parts', 'fast /fast 127.0.0.1'])
  const [page, echo] = [body.toString(), '6 127.0.0.1 NodeSide']
  expect(bodies(heard)).toEqual([page, echo, page, echo, page, '4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n', page])
})

test.each([
  ['a head in pieces', [ask('/fast').slice(0, 9), 20, ask('/fast').slice(9), 40], 'node GET /fast'],
  ['a body in chunks', ['POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 20, '0\r\n\r\n', 40], 'node POST /echo'],
  ['an empty line before it', [`\r\n${ask('/fast')}`, 40], 'node GET /fast'],
])('%s makes the connection Node’s for good', async (_, pieces, way) => {
  const { talk, ways } = await open()
  const heard = await talk(...pieces, ask('/fast'), 40, ask('/echo'))
  expect(ways).toEqual([way, 'node GET /fast', 'node GET /echo'])
  expect(answers(heard)).toHaveLength(3)
})

test('many asked for at once are answered in order, also while one before them is being made', async () => {
  const { talk, ways, release } = await open()
  expect(bodies(await talk(ask('/fast') + ask('/echo') + ask('/fast')))).toEqual([body.toString(), '0 127.0.0.1 NodeSide', body.toString()])
  expect(ways).toEqual(['node GET /fast', 'node GET /echo', 'node GET /fast'])
  ways.length = 0
  setTimeout(release, 60)
  expect(bodies(await talk(ask('/slow'), 20, ask('/echo'), 120, ask('/fast')))).toEqual([body.toString(), '0 127.0.0.1 NodeSide', body.toString()])
  expect(ways).toEqual(['fast /slow 127.0.0.1', 'node GET /echo', 'fast /fast 127.0.0.1'])
})

test('what is sent in vain of a request answered early is not the next request', async () => {
  const { talk, ways } = await open()
  const post = ask('/early', '', ask('/fast'))
  const heard = await talk(post.slice(0, -20), 40, post.slice(-20), 40, ask('/fast'))
  expect(ways).toEqual(['node POST /early', 'fast /fast 127.0.0.1'])
  expect(bodies(heard)).toEqual(['early', body.toString()])
})

test('a connection that is to be closed is told so, and closed; one that Node destroys is gone', async () => {
  const { talk, ways } = await open()
  expect(answers(await talk(ask('/fast', 'Connection: close\r\n'), 30, ask('/fast')))).toEqual([expect.stringContaining('Connection: close\r\n')])
  expect(await talk(ask('/gone'), 30, ask('/fast'))).toBe('')
  expect(await talk(ask('/fast'), 20, 'GARBAGE\r\n\r\n')).toMatch(/HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/)
  expect(ways).toEqual(['node GET /fast', 'node GET /gone', 'fast /fast 127.0.0.1'])
})

test('who does not read gets no more until they do', async () => {
  const { server, port, ways } = await open()
  const client = connect(port, '127.0.0.1').setNoDelay()
  const [socket] = (await once(server, 'connection')) as [Socket]
  for (let i = 0; i < 200; i++) {
    client.write(ask('/long'))
    await wait(2)
  }
  const before = ways.length
  expect(before).toBeLessThan(150)
  expect(socket.writableLength).toBeLessThanOrEqual(100_500)
  client.resume()
  await expect.poll(() => ways.length).toBeGreaterThan(before)
  client.destroy()
})

test('what Node closes is closed, also to somebody who goes on sending', async () => {
  const { port, server } = await open()
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {})
  socket.resume().write(ask('/last'))
  await once(socket, 'end')
  socket.write('more')
  await expect.poll(() => new Promise((resolve) => { server.getConnections((_, count) => resolve(count)) })).toBe(0)
  socket.destroy()
})

test('who asks for very much at once is sent away', async () => {
  const { talk } = await open()
  expect(answers(await talk(ask('/parts').repeat(90)))).toHaveLength(90)
  expect(await talk(ask('/parts').repeat(110))).toBe('')
})

test('connections on which nothing is being answered are closed, the others when they are done', async () => {
  const { path, port, release, server } = await open()
  const [idle, busy, lent] = await Promise.all([talk(port, [ask('/fast'), 300]), talk(port, [ask('/slow'), 300]), talk(port, [ask('/parts'), 300]), (async () => {
    await wait(10)
    path.closeIdle()
    server.closeIdleConnections()
    await wait(60)
    release()
  })()])
  expect([idle, busy, lent].map((heard) => answers(heard).length)).toEqual([1, 1, 1])
  expect(busy).toContain(body.toString())
  expect(lent).toContain('two')
  await expect.poll(() => new Promise((resolve) => { server.getConnections((_, count) => resolve(count)) })).toBe(0)
})

test('who asks without a pause is told once more, and then nothing', async () => {
  const { path, port } = await open()
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let heard = 0
  socket.on('data', () => {
    heard++
    socket.write(ask('/fast'))
  })
  socket.on('error', () => {}).write(ask('/fast'))
  await expect.poll(() => heard).toBeGreaterThan(20)
  path.closeIdle()
  await expect.poll(() => socket.destroyed).toBe(true)
})

test('a connection on which nothing comes is closed', async () => {
  const server = createServer({ keepAliveTimeout: 150, headersTimeout: 60 }, (_, response) => response.end())
  openFastPath(server, () => wireOf(204, [], Buffer.alloc(0), 150).bytes)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  opened.push(() => server.close())
  const { port } = server.address() as AddressInfo
  for (const [first, least] of [['', 50], [ask('/'), 140], [`\r\n${ask('/')}`, 140], [ask('/') + ask('/'), 140]] as const) {
    const began = performance.now()
    const socket = connect(port, '127.0.0.1')
    socket.resume().write(first)
    await once(socket, 'close')
    expect(performance.now() - began).toBeGreaterThan(least)
  }
})
