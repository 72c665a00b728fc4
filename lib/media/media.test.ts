import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { deletePicture, describePicture, uploadPicture } from './commands'
import { processPicture } from './process'
import { serveMedia } from './serve'

let author: Viewer, other: Viewer
beforeAll(async () => {
  author = await makeViewer('author')
  other = await makeViewer('author')
})

let colour = 0
/** Each another picture. */
const jpeg = (width = 1200, height = 800) => sharp({ create: { width, height, channels: 3, background: { r: ++colour, g: 80, b: 120 } } }).jpeg().toBuffer()
const upload = async (bytes: Buffer, filename = 'a.jpg') => uploadPicture(author, { bytes, filename })
const serve = (id: number, file: string, headers: Record<string, string> = {}, signedIn = false) => serveMedia(String(id), file, new Headers(headers), async () => signedIn)

describe('an uploaded picture', () => {
  test('is turned upright and tells no place, camera or time', async () => {
    const bytes = await sharp(await jpeg(1200, 800)).withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Make: 'Kamera Rahasia', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '110/1 30/1 0/1' } }).toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { width, height, files } = await processPicture(bytes)
    expect([width, height]).toEqual([800, 1200])
    for (const file of files) {
      const { exif, xmp, iptc, orientation } = await sharp(file.bytes).metadata()
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(file.bytes.includes('Kamera Rahasia')).toBe(false)
    }
  })

  test('comes in widths up to its own, never larger', async () => {
    expect((await processPicture(await jpeg(300, 200))).files.map(({ width }) => width)).toEqual([300])
    expect((await processPicture(await jpeg(1000, 700))).files.map(({ width }) => width)).toEqual([480, 960, 1000])
    expect((await processPicture(await jpeg(4000, 3000))).files.map(({ width }) => width)).toEqual([480, 960, 1440, 1920])
  })

  test('is known by what it is, not by its name', async () => {
    const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#123' } }).png().toBuffer()
    expect(await upload(png, 'foto.jpg')).toMatchObject({ width: 10 })
  })

  test.each<[string, Buffer | Promise<Buffer>, string]>([
    ['a text', Buffer.from('halo, ini bukan gambar'), 'media.unknown'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'media.unknown'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'), 'media.unknown'],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n'), 'media.unknown'],
    ['nothing', Buffer.alloc(0), 'media.unknown'],
    ['a picture cut off', jpeg(1500, 1500).then((bytes) => bytes.subarray(0, bytes.length / 2)), 'media.broken'],
    ['an animation', sharp(Buffer.alloc(8 * 16 * 3, 90).fill(200, 0, 8 * 8 * 3), { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } }).gif().toBuffer(), 'media.animated'],
    ['a small file that says it is huge', hugePng(), 'media.huge'],
  ])('that is %s is refused with a reason', async (_, bytes, reason) => {
    const began = performance.now()
    await expect(upload(await bytes)).rejects.toMatchObject({ code: 'invalid', reason })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(await db.media.count({ where: { filename: 'kaput' } })).toBe(0)
  })

  test('twice is one, also at the same moment', async () => {
    const bytes = await jpeg()
    const [a, b] = await Promise.all([upload(bytes), upload(bytes, 'b.jpg')])
    expect(a.id).toBe(b.id)
    expect((await upload(bytes)).id).toBe(a.id)
  })

  test('is its uploader’s and the editors’ to describe and delete; while a post shows it, nobody’s to delete', async () => {
    const { id } = await upload(await jpeg())
    await expect(uploadPicture(null, { bytes: await jpeg(), filename: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(describePicture(other, id, 'x')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deletePicture(other, id)).rejects.toMatchObject({ code: 'forbidden' })
    const post = await makePost({ published: true, coverId: id })
    await expect(deletePicture(author, id)).rejects.toMatchObject({ reason: 'media.used' })
    await transact((tx) => tx.post.update({ where: { id: post.id }, data: { coverId: null } }))
    await deletePicture(author, id)
    expect((await serve(id, 'small.webp', {}, true)).status).toBe(404)
  })
})

describe('a stored picture', () => {
  test('is public while something public shows it, and otherwise only for people who are signed in', async () => {
    for (const [status, seen] of [['draft', 404], ['withdrawn', 404], ['published', 200]] as const) {
      const { id } = await upload(await jpeg())
      await makePost(status === 'published' ? { published: true, coverId: id } : { status, coverId: id })
      for (const file of ['480.webp', 'small.webp', 'share.jpg', 'icon.png']) {
        expect([status, file, (await serve(id, file)).status]).toEqual([status, file, seen])
        const inside = await serve(id, file, {}, true)
        expect([inside.status, inside.headers.get('cache-control')!.includes('no-store')]).toEqual([200, seen === 404])
      }
    }
  })

  test('has its type, no scripts, and a form for every device', async () => {
    const { id } = await upload(await jpeg(2000, 1000))
    await makePost({ published: true, coverId: id })
    const share = await serve(id, 'share.jpg')
    expect(share.headers.get('x-content-type-options')).toBe('nosniff')
    expect(share.headers.get('content-security-policy')).toBe("default-src 'none'")
    const bytes = Buffer.from(await share.arrayBuffer())
    expect(bytes.length).toBeLessThan(300 * 1024)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    for (const name of ['700.webp', '480.jpg', 'share.png', '../../secret', 'constructor', '480.webp/..']) expect([name, (await serve(id, name)).status]).toEqual([name, 404])
    for (const name of ['0', '-1', '1e3', '999999', 'x']) expect((await serveMedia(name, '480.webp', new Headers(), async () => true)).status).toBe(404)
  })

  test('comes in parts and unchanged as HTTP says', async () => {
    const { id } = await upload(await jpeg())
    await makePost({ published: true, coverId: id })
    const whole = await serve(id, '480.webp')
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect((await serve(id, '480.webp', { 'if-none-match': whole.headers.get('etag')! })).status).toBe(304)
    for (const [range, from, to] of [['bytes=0-9', 0, 10], ['bytes=5-', 5, bytes.length], ['bytes=-4', bytes.length - 4, bytes.length], ['bytes=0-999999999', 0, bytes.length]] as const) {
      const part = await serve(id, '480.webp', { range })
      expect([range, part.status, part.headers.get('content-range')]).toEqual([range, 206, `bytes ${from}-${to - 1}/${bytes.length}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true)
    }
    expect((await serve(id, '480.webp', { range: `bytes=${bytes.length}-` })).status).toBe(416)
    expect((await serve(id, '480.webp', { range: 'bytes=0-1,3-4' })).status).toBe(200)
  })
})

/** A PNG of a few bytes whose head claims 50,000 × 50,000 points. */
async function hugePng(): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } }).png().toBuffer()
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(50_000, 16)
  png.writeUInt32BE(50_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}
