import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { db } from '@/lib/db/client'
import { getSettings } from '@/lib/settings/queries'
import { fixture } from './fixture'
import { bring, fileOf } from './testing'

const feed = readFileSync(fixture('blogger-takeout-renungan.feed.atom'), 'utf8')

async function zipOf(files: Record<string, string | Buffer>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return fileOf(await buffer(zip.outputStream), 'zip')
}

const jpeg = (red: number) => sharp({ create: { width: 900, height: 600, channels: 3, background: { r: red, g: 80, b: 80 } } }).jpeg().toBuffer()

describe('a whole Takeout', () => {
  let report: Awaited<ReturnType<typeof bring>>
  beforeAll(async () => {
    const comments = feed.replace(/<entry>(?:(?!<\/entry>)[\s\S])*<blogger:type>(?:POST|PAGE)<\/blogger:type>[\s\S]*?<\/entry>/g, '')
    const extra = comments.slice(comments.indexOf('<entry>'), comments.indexOf('</entry>') + 8).replaceAll('4201', '4299').replace('Amin!', 'Hanya di sini')
    const folder = 'Takeout 2/Blogger'
    const file = await zipOf({
      [`${folder}/Blogs/Renungan Contoh_s/feed.atom`]: feed,
      [`${folder}/Blogs/Renungan Contoh_s/theme-classic.html`]: '<html/>',
      [`${folder}/Blogs/Renungan Contoh_s/theme-layouts.xml`]: '<layouts/>',
      [`${folder}/Blogs/Renungan Contoh_s/settings.csv`]: 'blog_name,blog_description,blog_time_zone,blog_subdomain\nRenungan dari CSV,Tiap pagi,Asia/Makassar,renungan-baru\n',
      [`${folder}/Comments/Renungan Contoh_s/feed.atom`]: comments.replace('</feed>', `${extra}</feed>`),
      [`${folder}/Albums/Renungan/rajawali.jpg`]: await jpeg(10),
      [`${folder}/Albums/Renungan/tak-dipakai.jpg`]: await jpeg(20),
      [`${folder}/Albums/Renungan/rajawali.jpg.json`]: '{}',
      [`__MACOSX/${folder}/Blogs/Renungan Contoh_s/._feed.atom`]: 'x',
    })
    report = await bring(file)
  })

  test('is accounted for; what stands in two of its files counts once', () => {
    expect(report).toMatchObject({ posts: 2, pages: 1, drafts: 1, scheduled: 1, trashed: 1, comments: 3, media: 2, warnings: [], skipped: [{ reason: 'spam' }] })
  })

  test('brings settings and the comments that only their own file has', async () => {
    expect(await getSettings()).toMatchObject({ name: 'Renungan dari CSV', description: 'Tiap pagi', timeZone: 'Asia/Makassar' })
    expect(await db.comment.findUnique({ where: { externalId: '4299' } })).toMatchObject({ body: 'Hanya di sini' })
  })

  test('shows pictures of its albums from here, by the name of their file', async () => {
    const media = await db.media.findFirstOrThrow({ where: { filename: 'rajawali.jpg' } })
    const post = await db.post.findUniqueOrThrow({ where: { externalId: '4001' }, include: { media: true, remote: true } })
    expect(post.body).toContain(`<figure><img src="/media/${media.id}/900.webp" alt="" width="900" height="600" data-media="${media.id}" /></figure>`)
    expect(post.media.map(({ mediaId }) => mediaId)).toEqual([media.id])
    expect(await db.media.count()).toBe(2)
  })
})

describe('an archive that means harm', () => {
  test('with names outside of itself is refused', async () => {
    const file = await zipOf({ 'Takeout/Blogger/Blogs/x/feed.atom': feed, 'aa/evil.txt': 'x' })
    const bytes = readFileSync(file)
    for (let at = bytes.indexOf('aa/evil.txt'); at >= 0; at = bytes.indexOf('aa/evil.txt', at + 1)) bytes.write('../evil.txt', at)
    await expect(bring(fileOf(bytes, 'zip'))).rejects.toMatchObject({ reason: 'import.zip-path' })
  })

  test('that unpacks to more than it can hold is refused before it is unpacked', async () => {
    const file = await zipOf({ 'Takeout/Blogger/Blogs/x/feed.atom': Buffer.alloc(1024 * 1024, 32) })
    const bytes = readFileSync(file)
    // What the directory says is judged, so that nothing has to be unpacked to know.
    bytes.writeUInt32LE(3_000_000_000, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24)
    await expect(bring(fileOf(bytes, 'zip'))).rejects.toMatchObject({ reason: 'import.zip-bomb' })
  })

  test('that lies about its sizes is refused, and nothing came in', async () => {
    const file = await zipOf({ 'Takeout/Blogger/Blogs/x/feed.atom': feed.replaceAll('blog-7000000000000000002.post-40', 'blog-7000000000000000002.post-50') })
    const bytes = readFileSync(file)
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    bytes.writeUInt32LE(100, directory + 24)
    await expect(bring(fileOf(bytes, 'zip'))).rejects.toMatchObject({ reason: 'import.zip' })
    expect(await db.post.count({ where: { externalId: { startsWith: '500' } } })).toBe(0)
  })

  test.each([['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 60)], ['without a blog', () => Buffer.from('PK\x03\x04 nothing')]])('%s is refused', async (_, change) => {
    const bytes = readFileSync(await zipOf({ 'Takeout/Blogger/Blogs/x/feed.atom': feed }))
    await expect(bring(fileOf(change(bytes), 'zip'))).rejects.toMatchObject({ reason: 'import.zip' })
  })

  test('with nothing of Blogger’s in it is refused', async () => {
    await expect(bring(await zipOf({ 'foto/a.txt': 'x' }))).rejects.toMatchObject({ reason: 'import.zip-empty' })
  })
})
