import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { canonicalAddress } from '@/lib/addresses/canonical'
import { PageCache } from '@/lib/page-cache/page-cache'
import { shows } from '@/lib/page-cache/render-context'
import type { HitFacts } from '@/lib/views/schema'
import { openFastPath } from './fast-path/fast-path'
import { createFront } from './front'
import { createHttpServer } from './http-server'
import { MemoryTally } from './memory-tally'
import { type Address, ReaderPages, type ReaderPagesOptions } from './reader-pages'
import { StaticFiles } from './static-files'

/** A server on a free port in front of a small app in Next's place, which writes down what it is asked. */
async function open(more: { resolve?: (key: string) => Promise<Address>; siteUrl?: string; hops?: number; renewRanking?: ReaderPagesOptions['renewRanking'] } = {}) {
  const asked: { url: string; headers: IncomingMessage['headers'] }[] = []
  const hits: { body: string; facts: HitFacts; noScript: boolean }[] = []
  const cache = new PageCache(10_000_000)
  const next = async (request: IncomingMessage, response: ServerResponse) => {
    asked.push({ url: request.url!, headers: { ...request.headers } })
    await app(request, response)
  }
  const common = { next, siteUrl: more.siteUrl ?? 'https://renungan.example', isDevelopment: false }
  const resolveAddress = more.resolve ?? (async (): Promise<Address> => ({ kind: 'page', keep: true }))
  const readers = new ReaderPages({ ...common, cache, resolveAddress, checkOutside: () => {}, renewRanking: more.renewRanking })
  const tally = new MemoryTally()
  const health = async () => ({ status: 200, headers: {}, bodies: { identity: Buffer.from('ok') } })
  const front = createFront({
    ...common,
    trustedHops: more.hops ?? 0,
    canonicalAddress,
    readers,
    files: new StaticFiles(),
    health,
    tally,
    recordView: async (body, facts, noScript) => void hits.push({ body, facts, noScript }),
    keepAlive: 65_000,
  })
  const server = createHttpServer(front.answer)
  const fastPath = openFastPath(server, front.answerFast)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  opened.push(() => {
    tally.stop()
    fastPath.closeAll()
    server.close()
  })
  return { asked, cache, readers, port, hits, get: asker(port) }
}

const opened: (() => void)[] = []
afterEach(() => opened.splice(0).forEach((close) => close()))

/** What stands in Next's place: pages that say what they were asked with, and faults. */
async function app(request: IncomingMessage, response: ServerResponse) {
  const path = request.url!.split('?')[0]!
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (path === '/api/echo') return echo(request, response)
  if (path === '/media/1.webp') return void response.setHeader('cache-control', 'public, max-age=31536000, immutable').end('picture')
  if (path === '/search') await wait(50)
  if (path === '/admin') return void response.end('<p>admin</p>')
  const status = { '/hilang': 404, '/rusak': 500, '/kue': 200 }[path] ?? 200
  if (path === '/kue') response.setHeader('set-cookie', 'a=b')
  if (path.startsWith('/feeds/')) {
    response.setHeader('content-type', 'application/json; charset=utf-8').setHeader('last-modified', 'Mon, 17 Mar 2025 03:00:00 GMT')
    return void response.setHeader('link', '<x>; rel="self"').end(JSON.stringify({ feed: 'x'.repeat(1000) }))
  }
  if (path === '/pindah') return void response.writeHead(308, { location: '/baru' }).end()
  shows(`post:${path}`)
  const words = 'Tuhan itu baik. '.repeat(100)
  const body = status === 200 ? `<h1>${path}</h1><p>${words}</p><script>self.__next_f.push(1)</script>` : '<script>1</script>'
  response.statusCode = status
  response.end(`<!DOCTYPE html><html lang="id"><head><style>p{color:#222}</style></head><body>${body}
    <pre>${JSON.stringify(request.headers)}</pre></body></html>`)
}

async function echo(request: IncomingMessage, response: ServerResponse) {
  let length = 0
  for await (const chunk of request) length += (chunk as Buffer).length
  response.end(String(length))
}

type Reply = { status: number; headers: Record<string, string>; text: string; raw: Buffer }

/** Speaks plain HTTP, since fetch would tidy hostile requests and unpack answers. */
function asker(port: number) {
  return (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
    new Promise<Reply>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      let heard = Buffer.alloc(0)
      const done = () => {
        resolve(parse(heard))
        socket.destroy()
      }
      socket.on('data', (chunk) => {
        heard = Buffer.concat([heard, chunk])
        if (isWhole(heard, method)) done()
      })
      socket.on('error', reject).on('end', done)
      const all = { host: 'renungan.example', ...(body && { 'content-length': String(body.length) }), ...headers }
      const lines = Object.entries(all).map(([name, value]) => (value ? `${name}: ${value}\r\n` : ''))
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
    })
}

/** Whether an answer has come to its end, on a connection that stays open after it. */
function isWhole(heard: Buffer, method: string): boolean {
  const end = heard.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = heard.toString('latin1', 0, end)
  if (method === 'HEAD' || /^HTTP\/1.1 (204|304)/.test(head)) return true
  const length = /\ncontent-length: (\d+)/i.exec(head)?.[1]
  return length ? heard.length === end + 4 + Number(length) : heard.subarray(-5).toString() === '0\r\n\r\n'
}

function parse(whole: Buffer): Reply {
  const end = whole.indexOf('\r\n\r\n')
  const [first, ...lines] = whole.subarray(0, end).toString().split('\r\n')
  const headers = Object.fromEntries(lines.map((line) => [line.split(': ')[0]!.toLowerCase(), line.slice(line.indexOf(': ') + 2)]))
  const raw = whole.subarray(end + 4)
  return { status: Number(first!.split(' ')[1]), headers, raw, text: raw.toString() }
}

describe('whatever a visitor sends, the next one gets the same page', () => {
  const hostile: [string, Record<string, string>, string?][] = [
    ['flight headers', { rsc: '1', 'next-router-state-tree': '[]', 'next-router-prefetch': '1', 'next-url': '/evil' }],
    ['an action', { 'next-action': 'evil' }],
    ['another host', { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'evil' }],
    ['a session', { cookie: 'next-auth.session-token=evil', authorization: 'evil' }],
    ['a preview', { cookie: '__prerender_bypass=evil; __next_preview_data=evil' }],
    ['wishes', { accept: 'evil/evil', 'accept-language': 'evil', 'user-agent': 'evil', 'x-evil': 'evil' }],
    ['internals', { 'x-middleware-subrequest': 'evil', 'x-invoke-path': '/evil', 'x-teduh-address': 'evil', 'x-nextjs-data': '1' }],
    ['an unknown query', {}, '?_rsc=evil&utm_source=evil&evil=evil'],
  ]

  it.each(hostile)('first with %s', async (_, headers, query = '') => {
    const clean = await open()
    const expected = await clean.get('/2025/03/a.html')
    const { get, asked } = await open()
    await get(`/2025/03/a.html${query}`, headers)
    const second = await get('/2025/03/a.html')
    expect(second.text).toBe(expected.text)
    expect(second.text).not.toContain('evil')
    expect(asked).toHaveLength(1)
    expect(asked[0]!.url).toBe('/2025/03/a.html')
  })

  it('first as HEAD', async () => {
    const { get } = await open()
    const head = await get('/a', {}, 'HEAD')
    const whole = await get('/a')
    expect(head.text).toBe('')
    expect(head.headers['content-length']).toBe(String(whole.raw.length))
    expect(whole.text).toContain('<h1>/a</h1>')
  })
})

describe('a reader page', () => {
  it('has no script, and says how it may be kept and read', async () => {
    const { get } = await open()
    const { status, headers, text } = await get('/a')
    expect(status).toBe(200)
    expect(text).not.toContain('<script')
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=15552000',
    })
    expect(headers['content-security-policy']).toContain('script-src https://renungan.example/_teduh/;')
    expect(headers['content-security-policy']).toMatch(/style-src 'sha256-[\w+/=]+';/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('comes in the encoding that was asked for, and unchanged as 304', async () => {
    const { get, asked } = await open()
    const plain = await get('/a')
    const br = await get('/a', { 'accept-encoding': 'gzip, br' })
    const gzip = await get('/a', { 'accept-encoding': 'gzip' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.raw).toString()).toBe(plain.text)
    expect(gunzipSync(gzip.raw).toString()).toBe(plain.text)
    expect(br.headers.etag).toBe(plain.headers.etag)
    const again = await get('/a', { 'if-none-match': `"x", ${plain.headers.etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(plain.headers['content-security-policy'])
    expect((await get('/a', { 'if-none-match': '"x"' })).status).toBe(200)
    expect(asked).toHaveLength(1)
  })

  it('is made anew after a change', async () => {
    const { get, asked, cache } = await open()
    await get('/a')
    cache.purge(['post:/a'])
    await get('/a')
    expect(asked).toHaveLength(2)
  })

  it('is not remembered with a cookie in it', async () => {
    const { get, asked } = await open()
    const { headers } = await get('/kue')
    await get('/kue')
    expect(headers).not.toHaveProperty('set-cookie')
    expect(asked).toHaveLength(2)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('is not for %s', async (method) => {
    const { get, asked } = await open()
    const { status, headers, text } = await get('/a', { 'next-action': 'x' }, method, 'a=b')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    expect(text).toContain('Halaman ini hanya untuk dibaca')
    expect(asked).toHaveLength(0)
  })

  it('moves where Next says', async () => {
    const { get, asked } = await open()
    const { status, headers } = await get('/pindah')
    await get('/pindah')
    expect([status, headers.location]).toEqual([308, '/baru'])
    expect(asked).toHaveLength(1)
  })
})

describe('a feed', () => {
  const address = '/feeds/posts/default?alt=json'

  it('is unchanged for who knows its tag, or had it since', async () => {
    const { get, asked } = await open()
    const { headers } = await get(address)
    expect(headers).toMatchObject({ 'last-modified': 'Mon, 17 Mar 2025 03:00:00 GMT', link: '<x>; rel="self"' })
    const status = async (more: Record<string, string>) => (await get(address, more)).status
    expect(await status({ 'if-none-match': headers.etag! })).toBe(304)
    expect(await status({ 'if-modified-since': headers['last-modified']! })).toBe(304)
    expect(await status({ 'if-modified-since': 'Mon, 17 Mar 2025 02:59:59 GMT' })).toBe(200)
    expect(await status({ 'if-modified-since': headers['last-modified']!, 'if-none-match': '"other"' })).toBe(200)
    expect(await status({ 'if-modified-since': 'kemarin' })).toBe(200)
    expect(asked).toHaveLength(1)
  })

  it('is handed to a script’s own function, and kept once for all of them', async () => {
    const { get, asked, cache } = await open()
    const first = await get('/feeds/posts/default?alt=json-in-script&callback=satu')
    const second = await get('/feeds/posts/default?callback=dua&alt=json')
    const plain = await get(address)
    expect([first.text.slice(0, 9), second.text.slice(0, 8), plain.text.slice(0, 2)]).toEqual(['/**/satu(', '/**/dua(', '{"'])
    expect(first.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' })
    expect([asked.length, cache.size]).toEqual([1, 1])
    expect((await get('/feeds/posts/default?alt=json&callback=alert(1)')).status).toBe(400)
  })
})

describe('what is not there', () => {
  const missing = async (): Promise<Address> => ({ kind: 'missing' })

  it('is told by a whole page, for which a flood of unknown addresses asks Next once', async () => {
    const { get, asked, cache } = await open({ resolve: missing })
    const replies = await Promise.all(Array.from({ length: 200 }, (_, n) => get(`/tak-dikenal-${n}`)))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]))
    expect(replies[7]!.text).toContain('<h1>/tidak-ada</h1>')
    expect(replies[7]!.headers).not.toHaveProperty('etag')
    expect(asked.map(({ url }) => url)).toEqual(['/tidak-ada'])
    expect(cache.size).toBe(1)
  })

  it('is told whole when only Next knows', async () => {
    const { get, cache } = await open()
    const { status, text } = await get('/hilang')
    expect([status, text.includes('<h1>/tidak-ada</h1>')]).toEqual([404, true])
    expect(cache.get('/hilang')).toBeUndefined()
  })

  it('is gone where it was deleted for good', async () => {
    const { get } = await open({ resolve: async () => ({ kind: 'gone' }) })
    expect((await get('/a')).status).toBe(410)
  })

  it('is elsewhere at once, also for an address that is not tidy', async () => {
    const { get } = await open({ resolve: async (key) => (key === '/baru' ? { kind: 'page', keep: true } : { kind: 'redirect', location: '/baru', status: 301 }) })
    expect((await get('//a/')).headers.location).toBe('/baru')
    expect((await get('//baru/')).headers.location).toBe('/baru')
  })

  it('is elsewhere where it moved', async () => {
    const { get } = await open({ resolve: async () => ({ kind: 'redirect', location: '/baru', status: 301 }) })
    const { status, headers } = await get('/a')
    expect([status, headers.location]).toEqual([301, '/baru'])
  })
})

describe('a failure', () => {
  it('of a page has a whole page of its own', async () => {
    const { get } = await open()
    const { status, text, headers } = await get('/rusak')
    expect([status, headers['cache-control']]).toEqual([500, 'no-store'])
    expect(text).toContain('<h1>/kesalahan</h1>')
  })

  it('of the database leaves what is in memory, also with an old ranking', async () => {
    let isGone = false
    const resolve = async (): Promise<Address> => {
      if (isGone) throw new Error('gone')
      return { kind: 'page', keep: true }
    }
    const { get, cache, readers } = await open({ resolve })
    await readers.warm()
    await get('/a')
    isGone = true
    expect((await get('/a')).status).toBe(200)
    const page = cache.get('/a')!
    await cache.getOrMake('/b', async () => ({ page, tags: new Set(['popular']), keep: true }))
    cache.purge(['popular'])
    expect((await get('/b')).status).toBe(200)
    const other = await get('/c')
    expect([other.status, other.headers['retry-after']]).toEqual([503, '30'])
    expect(other.text).toContain('<h1>/kesalahan</h1>')
  })

  it('of everything still has a whole page', async () => {
    const resolve = () => Promise.reject(new Error('gone'))
    const { port, readers } = await open({ resolve })
    // Nothing is warm and the page of errors cannot be made either.
    Object.assign(readers, { options: { ...readers['options'], next: () => Promise.reject(new Error('gone')) } })
    const { status, text } = await asker(port)('/a')
    expect(status).toBe(503)
    expect(text).toContain('Situs sedang tidak dapat dibuka')
  })
})

describe('a ranking that has changed', () => {
  it('is put into the page without asking Next for it, and its lines change the page from then on', async () => {
    const renewRanking = async (html: string) => ({ html: html.replace('<h1>', '<h1>Baru: '), tags: ['line:7'] })
    const { get, asked, cache } = await open({ renewRanking })
    const before = await get('/a')
    age(cache, '/a')
    await get('/a')
    await expect.poll(async () => (await get('/a')).text).toContain('<h1>Baru: /a')
    const after = await get('/a')
    expect([after.status, after.headers['content-security-policy']]).toEqual([200, before.headers['content-security-policy']])
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(asked).toHaveLength(1)
    cache.purge(['line:7'])
    await get('/a')
    expect(asked).toHaveLength(2)
  })

  it('leaves a page as it is that shows the same, and has one made whole that cannot take it', async () => {
    const same = await open({ renewRanking: async (html) => ({ html, tags: [] }) })
    const before = await same.get('/a')
    age(same.cache, '/a')
    await same.get('/a')
    await expect.poll(() => same.cache.waiting).toBe(0)
    const after = await same.get('/a')
    expect([after.headers.etag, same.cache.waiting, same.asked.length]).toEqual([before.headers.etag, 0, 1])

    const whole = await open()
    await whole.get('/a')
    age(whole.cache, '/a')
    await whole.get('/a')
    await expect.poll(() => whole.asked.length).toBe(2)
  })

  function age(cache: PageCache, key: string) {
    const page = cache.get(key)!
    cache.purge(['settings'])
    void cache.getOrMake(key, async () => ({ page, tags: new Set(['post:1', 'popular']), keep: true })).then(() => cache.purge(['popular']))
  }
})

describe('an address that cannot be read', () => {
  it.each(['/%zz', '/a%00b', '/%ff', '/search/label/%E0%A4%A'])('gets a whole sentence: %s', async (path) => {
    const { get, asked } = await open()
    const { status, text } = await get(path)
    expect([status, asked.length]).toEqual([400, 0])
    expect(text).toContain('Alamat ini tidak dapat dibaca')
  })

  it('is too long', async () => {
    const { get } = await open()
    expect((await get(`/${'a'.repeat(9_000)}`)).status).toBe(414)
    expect((await get(`/${'a'.repeat(20_000)}`)).status).toBe(431)
  })

  it.each(['*', 'http://evil.example/a', '//evil.example', '/\\evil.example', '/..%2f..%2fetc/passwd'])('does no harm: %s', async (path) => {
    const { get, asked } = await open()
    const { status, headers } = await get(path)
    expect(status).toBeLessThan(500)
    expect(headers.location ?? '').not.toMatch(/^(\/\/|\/\\|http)/)
    expect(JSON.stringify(asked)).not.toContain('//evil')
  })

  it('is not HTTP at all', async () => {
    const { port, get } = await open()
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1').on('data', (data) => resolve(data.toString()))
      socket.write('GARBAGE\r\n\r\n')
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect((await get('/a')).status).toBe(200)
  })
})

describe('other addresses', () => {
  it('reach Next with our host, the true address of the visitor and a nonce', async () => {
    const { get, asked } = await open()
    const sent = {
      host: 'evil.example',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-teduh-address': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'content-security-policy': "script-src 'nonce-evil'",
    }
    const { headers } = await get('/admin', sent)
    expect(asked[0]!.headers).toMatchObject({
      host: 'renungan.example',
      'x-forwarded-host': 'renungan.example',
      'x-forwarded-proto': 'https',
      'x-teduh-address': '127.0.0.1',
    })
    expect(JSON.stringify(asked)).not.toMatch(/evil|6\.6\.6\.6/)
    expect(asked[0]!.headers['content-security-policy']).toBe(headers['content-security-policy'])
    expect(headers['content-security-policy']).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  })

  it('have another nonce each time', async () => {
    const { get } = await open()
    const policies = await Promise.all([get('/admin'), get('/admin')])
    expect(policies[0]!.headers['content-security-policy']).not.toBe(policies[1]!.headers['content-security-policy'])
  })

  it('believe as many proxies as are trusted', async () => {
    const { get, asked } = await open({ hops: 2 })
    await get('/admin', { 'x-forwarded-for': '6.6.6.6, 10.1.1.1, 10.2.2.2' })
    expect(asked[0]!.headers['x-teduh-address']).toBe('10.1.1.1')
  })

  it('keep their own word when they are public', async () => {
    const { get } = await open()
    const { headers } = await get('/media/1.webp')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers).not.toHaveProperty('x-robots-tag')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('take no body beyond their limit, whether its length is said or not', async () => {
    const { get } = await open()
    const body = 'x'.repeat(3_000_000)
    expect((await get('/api/echo', {}, 'POST', 'abc')).text).toBe('3')
    expect((await get('/api/echo', { 'content-length': '99000000' }, 'POST')).status).toBe(413)
    expect((await get('/api/echo', {}, 'POST', body)).status).toBe(413)
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    const unsaid = { 'transfer-encoding': 'chunked', 'content-length': '' }
    expect((await get('/api/echo', unsaid, 'POST', '3\r\nabc\r\n0\r\n\r\n')).text).toBe('3')
    expect((await get('/api/echo', unsaid, 'POST', chunked)).status).toBe(413)
  })

  it('send a browser home from its other name, and nobody else', async () => {
    const { get, asked } = await open({ siteUrl: 'http://localhost:3000' })
    const navigating = { host: '127.0.0.1:3000', 'sec-fetch-mode': 'navigate' }
    expect((await get('/admin?a=b', navigating)).headers.location).toBe('http://localhost:3000/admin?a=b')
    await get('/admin', { host: '127.0.0.1:3000' })
    await get('/admin', { host: 'evil.example', 'sec-fetch-mode': 'navigate' })
    expect(asked).toHaveLength(2)
  })
})

describe('many searches at once', () => {
  it('wait for two, and those who would wait long are told that it is busy', async () => {
    const { get } = await open({ resolve: async () => ({ kind: 'page', keep: false }) })
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => get(`/search?q=pelan${i}`)))
    const busy = answers.filter(({ status }) => status === 503)
    // More than the two that went in at once: others waited for their turn. How many is the machine's to say.
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(2)
    expect(busy.length).toBeGreaterThan(0)
    for (const { headers, text } of busy) {
      expect([headers['retry-after'], headers['cache-control']]).toEqual(['5', 'no-store'])
      expect(text).toContain('terlalu ramai')
    }
  })
})

describe('a hit', () => {
  it('is written down before it is answered, without entering Next', async () => {
    const { get, hits, asked } = await open({ hops: 1 })
    const { status, headers } = await get('/api/views', { 'x-forwarded-for': '198.51.100.9, 203.0.113.7', 'user-agent': 'Phone' }, 'POST', '{"post":1}')
    expect([status, headers['cache-control'], asked.length]).toEqual([204, 'no-store', 0])
    expect(hits).toMatchObject([{ body: '{"post":1}', noScript: false, facts: { address: '203.0.113.7', agent: 'Phone' } }])
  })

  it('by a forged header keeps its true address', async () => {
    const { get, hits } = await open()
    await get('/api/views', { 'x-forwarded-for': '198.51.100.9', 'x-real-ip': '198.51.100.9' }, 'POST', '{"post":1}')
    expect(hits[0]!.facts.address).toBe('127.0.0.1')
  })

  it('without script comes by a picture that nobody keeps', async () => {
    const { get, hits } = await open()
    const { status, headers, raw } = await get('/api/views/12.gif', { referer: 'https://renungan.example/2025/03/a.html' })
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/gif', 'no-store'])
    expect(raw.subarray(0, 6).toString()).toBe('GIF89a')
    expect(hits).toMatchObject([{ body: '{"post":12}', noScript: true, facts: { origin: 'https://renungan.example/2025/03/a.html' } }])
  })

  it.each([
    ['GET', '/api/views', 405], ['POST', '/api/views/12.gif', 405], ['PUT', '/api/views', 405], ['HEAD', '/api/views/12.gif', 405],
  ])('as %s %s is refused', async (method, path, status) => {
    const { get, hits } = await open()
    expect((await get(path, {}, method)).status).toBe(status)
    expect(hits).toEqual([])
  })

  it('longer than a kilobyte is refused', async () => {
    const { get, hits } = await open()
    const body = JSON.stringify({ post: 1, model: 'x'.repeat(1024) })
    expect((await get('/api/views', {}, 'POST', body)).status).toBe(413)
    expect(hits).toEqual([])
  })
})
