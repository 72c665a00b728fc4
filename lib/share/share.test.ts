import sharp from 'sharp'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { storePicture } from '@/lib/media/commands'
import { makePage, makePost } from '@/lib/testing/builders'
import { cardPath } from './address'
import { drawableText, titleSize } from './card-text'
import { drawCard } from './card'
import { serveCard } from './serve'
import { sitemap, sitemapOfPages } from './sitemap'

const nameOf = async (id: number) => {
  const post = await db.post.findUniqueOrThrow({ where: { id }, select: { id: true, title: true, natsRef: true, coverId: true } })
  return cardPath(post, 'Teduh').replace('/og/', '')
}
/** Share of dark pixels within a part of the picture: where there are letters. */
async function inkIn(picture: Buffer, area: { left: number; top: number; width: number; height: number }) {
  const { data } = await sharp(picture).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((pixel) => pixel < 110).length / data.length
}

describe('the picture of a shared post', () => {
  test('is a JPEG of 1200×630 below 300 KB with title and nats, and is kept', async () => {
    const noise = await sharp({ create: { width: 1600, height: 1200, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 60 }, background: '#000' } }).png().toBuffer()
    const cover = await storePicture({ bytes: noise, filename: 'ramai.png', alt: '', uploaderId: null })
    const post = await makePost({ published: true, title: 'JEBAKAN MEDIA SOSIAL', natsRef: 'Amsal 14:15', coverId: cover.id })
    const answer = await serveCard(await nameOf(post.id))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'public, max-age=2592000'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(300_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(await inkIn(bytes, { left: 72, top: 180, width: 660, height: 250 })).toBeGreaterThan(0.03)
    expect(await inkIn(bytes, { left: 72, top: 500, width: 400, height: 80 })).toBeGreaterThan(0.01)
    const again = Buffer.from(await (await serveCard(await nameOf(post.id))).arrayBuffer())
    expect(again.equals(bytes)).toBe(true)
  })

  test('has another address once the title is another; the old one leads there', async () => {
    const post = await makePost({ published: true, title: 'Lama' })
    const old = await nameOf(post.id)
    await transact((tx) => tx.post.update({ where: { id: post.id }, data: { title: 'Baru' } }))
    const name = await nameOf(post.id)
    expect(name).not.toBe(old)
    const answer = await serveCard(old)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `http://localhost:3000/og/${name}`])
  })

  test.each([['a draft', {}], ['a withdrawn post', { status: 'withdrawn' as const }]])('is not made of %s', async (_, data) => {
    const post = await makePost(data)
    expect((await serveCard(await nameOf(post.id))).status).toBe(404)
  })

  test.each(['../../etc/passwd', '1.jpg', '0-0123456789abcdef.jpg', '99999-0123456789abcdef.jpg', 'x'])('%s is none', async (name) => {
    expect((await serveCard(name)).status).toBe(404)
  })

  test('stays inside the picture with the longest title, one long word, and none that can be drawn', async () => {
    for (const title of ['W'.repeat(200), 'RENUNGAN '.repeat(22), '安静 🌊', '']) {
      const bytes = await drawCard({ title, nats: 'W'.repeat(120), site: 'W'.repeat(80) }, null)
      expect(await inkIn(bytes, { left: 1160, top: 0, width: 40, height: 630 })).toBe(0)
      expect(await inkIn(bytes, { left: 0, top: 600, width: 1200, height: 30 })).toBe(0)
    }
  })

  test('draws what the font has, and sizes capitals smaller', () => {
    expect(drawableText('Kopi 🌊 dan “roti” — é 安')).toBe('Kopi dan “roti” — é')
    const box = { width: 1056, lines: 3 }
    expect(titleSize('KESABARAN YANG TIDAK PERNAH SELESAI DIUJI OLEH HARI', box)).toBeLessThan(titleSize('Kesabaran yang tidak pernah selesai diuji oleh hari', box))
  })
})

describe('the sitemap', () => {
  const parse = (xml: string | null) => new XMLParser().parse(xml!)
  const locations = (xml: string | null): string[] => [parse(xml).urlset.url].flat().map(({ loc }: { loc: string }) => loc)

  test('names each public address once, in one file or in parts named by an index', async () => {
    const page = await makePage({ title: 'Tentang', slug: 'tentang' })
    const draft = await makePost()
    const url = 'https://renungan.example'
    const whole = locations(await sitemap(url, null))
    const paths = (await db.post.findMany({ where: { status: 'published' } })).map(({ path }) => url + path)
    expect(whole.toSorted()).toEqual([`${url}/`, ...paths].toSorted())
    expect(whole).toContain(url + page.path)
    expect(whole.some((address) => address.includes(String(draft.path)))).toBe(false)

    const index = [parse(await sitemap(url, null, 2)).sitemapindex.sitemap].flat().map(({ loc }: { loc: string }) => loc)
    expect(index).toEqual(Array.from({ length: Math.ceil(whole.length / 2) }, (_, i) => `${url}/sitemap.xml?page=${i + 1}`))
    const parts = await Promise.all(index.map(async (_, i) => locations(await sitemap(url, i + 1, 2))))
    expect(parts.every((part) => part.length <= 2)).toBe(true)
    expect(parts.flat()).toEqual(whole)
    expect(await sitemap(url, index.length + 1, 2)).toBeNull()
  })

  test('has the pages alone as well', async () => {
    expect(locations(await sitemapOfPages('https://renungan.example'))).toEqual(['https://renungan.example/p/tentang.html'])
  })
})
