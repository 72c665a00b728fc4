import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { fetchDue, fetchPictures, stopFetching } from './commands'
import { download } from './download'
import { isPublicAddress } from './public-address'
import { describePictures } from './queries'

let server: Server
let base = ''
let asked = 0
const isAllowed = () => true
const isPort = () => true

beforeAll(async () => {
  const picture = await sharp({ create: { width: 700, height: 400, channels: 3, background: '#456' } }).jpeg().toBuffer()
  server = createServer((request, response) => {
    asked++
    const path = request.url!
    if (path.endsWith('/foto.jpg')) return response.setHeader('content-type', 'image/jpeg').end(picture)
    if (path === '/page') return response.setHeader('content-type', 'text/html').end('<html>')
    if (path === '/inside') return response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
    if (path === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    if (path === '/slow') return response.writeHead(200, { 'content-type': 'image/jpeg' }).write('x')
    if (path === '/endless') {
      response.writeHead(200, { 'content-type': 'image/jpeg' })
      const more = () => { while (!response.destroyed && response.write(Buffer.alloc(65_536))) { /* fill */ } }
      response.on('drain', more)
      return more()
    }
    if (path === '/busy') return response.writeHead(503).end()
    return response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.closeAllConnections(); server.close() })

describe('a picture elsewhere', () => {
  test.each(['127.0.0.1', '10.1.2.3', '192.168.0.1', '172.16.5.5', '169.254.169.254', '0.0.0.0', '100.64.0.1', '::1', '::ffff:127.0.0.1', 'fe80::1', 'fd00::1', '64:ff9b::7f00:1', '2002:7f00:1::', '224.0.0.1', 'localhost'])('%s is no address of the world', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '142.250.4.132', '2404:6800:4003::1'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each(['http://127.0.0.1/a.jpg', 'http://localhost/a.jpg', 'http://[::1]/a.jpg', 'http://2130706433/a.jpg', 'http://0x7f.1/a.jpg', 'ftp://example.com/a.jpg', 'http://user:pass@8.8.8.8/a.jpg', 'http://8.8.8.8:22/a.jpg', 'file:///etc/passwd'])('%s is never asked for', async (url) => {
    const before = asked
    await expect(download(url)).rejects.toMatchObject({ fault: 'private', mayPass: false })
    expect(asked).toBe(before)
  })

  test('a redirect does not lead inside', async () => {
    const onlyHere = (address: string) => address === '127.0.0.1'
    await expect(download(`${base}/inside`, { isAllowed: onlyHere, isPort })).rejects.toMatchObject({ fault: 'private' })
  })

  test.each([['/page', 'kind', false], ['/loop', 'failed', false], ['/gone', 'missing', false], ['/busy', 'failed', true], ['/endless', 'large', false], ['/slow', 'slow', true]])('%s is %s', async (path, fault, mayPass) => {
    await expect(download(base + path, { isAllowed, isPort, timeout: 700, largest: 1_000_000 })).rejects.toMatchObject({ fault, mayPass })
  })
})

describe('fetching', () => {
  async function postWith(url: string) {
    const post = await makePost({ published: true, body: `<figure><img src="${url}" alt="Laut" /></figure>` })
    await transact(async (tx) => {
      const remote = await tx.remotePicture.upsert({ where: { url }, create: { url }, update: {} })
      await tx.postRemotePicture.create({ data: { postId: post.id, remoteId: remote.id } })
    })
    return post
  }
  const get = (url: string) => download(url, { isAllowed, isPort, timeout: 2000 })

  test('brings pictures here, for the owner only, and names those that are gone', async () => {
    const post = await postWith(`${base}/a/foto.jpg`)
    const lost = await postWith(`${base}/hilang.jpg`)
    const owner = await makeViewer('owner')
    for (const role of ['editor', 'author', 'contributor'] as const) await expect(fetchPictures(await makeViewer(role))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(describePictures(null)).rejects.toMatchObject({ code: 'forbidden' })
    await transact((tx) => tx.remotePicture.updateMany({ data: { dueAt: new Date() } }))
    expect(await fetchDue(undefined, get)).toBe(2)
    const stored = await db.post.findUniqueOrThrow({ where: { id: post.id }, include: { media: true } })
    expect(stored.body).toBe(`<figure><img src="/media/${stored.media[0]!.mediaId}/700.webp" alt="Laut" width="700" height="400" data-media="${stored.media[0]!.mediaId}" /></figure>`)
    expect(stored.revision).toBe(post.revision)
    expect(await describePictures(owner)).toMatchObject({ waiting: 0, fetched: 1, gone: 1, isFetching: false, lost: [{ url: `${base}/hilang.jpg`, error: 'missing', posts: [lost.title] }] })
  })

  test('tries again later what may pass, and gives up in the end; it can be stopped', async () => {
    await postWith(`${base}/busy`)
    const due = { where: { url: `${base}/busy` } }
    for (let attempt = 1; attempt <= 4; attempt++) {
      await transact((tx) => tx.remotePicture.update({ ...due, data: { dueAt: new Date() } }))
      await fetchDue(undefined, get)
      const row = await db.remotePicture.findUniqueOrThrow(due)
      expect([row.attempts, row.state]).toEqual([attempt, attempt < 4 ? 'waiting' : 'gone'])
    }
    await postWith(`${base}/b/foto.jpg`)
    await transact((tx) => tx.remotePicture.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date() } }))
    await stopFetching(await makeViewer('owner'))
    expect(await fetchDue(undefined, get)).toBe(0)
  })
})
