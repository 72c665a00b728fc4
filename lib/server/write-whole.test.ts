import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rememberWhole, type Whole, writeWhole } from './write-whole'

const body = Buffer.from('Tuhan itu baik. '.repeat(200))
const lines = ['content-type', 'text/html; charset=utf-8', 'etag', '"abc"', 'content-length', String(body.length)]
let whole: Whole | undefined
const ways: ('ordinary' | 'whole')[] = []

function answer(response: ServerResponse) {
  if (whole && response.shouldKeepAlive) {
    ways.push('whole')
    return writeWhole(response, whole)
  }
  ways.push('ordinary')
  response.writeHead(200, lines)
  response.end(body)
  whole ??= rememberWhole(response, body)
}

const server = createServer({ keepAliveTimeout: 65_000 }, (_, response) => answer(response))
beforeAll(async () => void await once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.closeAllConnections())

/** Sends text over one connection and gives everything that came back until it has `count` answers or ends. */
async function talk(text: string, count: number): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('latin1').write(text)
  for await (const piece of socket) {
    heard += piece
    if (answers(heard).length === count && heard.length === count * (answers(heard)[0]!.length)) break
  }
  socket.destroy()
  return heard
}

const answers = (heard: string) => heard.split(/(?=HTTP\/1\.1 )/)
const withoutDate = (answer: string) => answer.replace(/Date: [^\r]+/, 'Date:')
const get = (more = '') => `GET / HTTP/1.1\r\nHost: a\r\n${more}\r\n`

test('an answer in one piece is byte for byte what Node sends, many on one connection, asked for at once too', async () => {
  const [first] = answers(await talk(get(), 1))
  const later = answers(await talk(get() + get() + get(), 3))
  expect(ways).toEqual(['ordinary', 'whole', 'whole', 'whole'])
  expect(later).toHaveLength(3)
  for (const answer of later) expect(withoutDate(answer)).toBe(withoutDate(first!))
  expect(first).toContain('Keep-Alive: timeout=65')
})

test('its date is the present one', async () => {
  whole!.second = 0
  whole!.bytes.write('Thu, 01 Jan 1970 00:00:00 GMT', whole!.dateAt, 'latin1')
  const date = /Date: ([^\r]+)/.exec(await talk(get(), 1))![1]!
  expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(3000)
})

test('a connection that is to be closed is told so, and closed', async () => {
  ways.length = 0
  const heard = await talk(get('Connection: close\r\n'), 9)
  expect(ways).toEqual(['ordinary'])
  expect(heard).toMatch(/Connection: close\r\n/)
  expect(answers(heard)).toHaveLength(1)
})

test('nothing is remembered of a head that is not as expected', async () => {
  const strange = { shouldKeepAlive: true, _header: 'HTTP/2', _headerSent: true }
  expect(rememberWhole(strange as unknown as ServerResponse, body)).toBeUndefined()
  expect(rememberWhole({ shouldKeepAlive: true } as ServerResponse, body)).toBeUndefined()
})
