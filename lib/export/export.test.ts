import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { storePicture } from '@/lib/media/commands'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePage, makePost, makeUser } from '@/lib/testing/builders'
import { bringTeduhIn } from '@/lib/import/teduh/bring-in'
import { exportBlog } from './export-blog'
import { all, again, files, open, read, root } from './testing'

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#2c4a78' } }).png().toBuffer()
  const media = await storePicture({ bytes, filename: 'laut.png', alt: 'Laut & "langit"', uploaderId: null })
  const author = await makeUser({ name: 'Marlina <Sitompul>', slug: 'marlina-sitompul', email: 'marlina@rahasia.id' })
  const other = await makeUser({ name: 'Harun', slug: 'harun' })
  const body = '<p>Satu &amp; dua &lt;b&gt; ]]&gt; tiga 🌊</p><ul><li>kata <em>tebal</em> dan <strong>miring</strong></li></ul><p><a href="/p/tentang.html">tentang</a></p>'
  const post = await makePost({
    published: new Date('2025-03-31T18:30:00.500Z'), title: 'SATU & DUA <TIGA>', body, authorId: author.id, coverId: media.id, coverAlt: 'Laut',
    natsRef: 'Mazmur 23:1', natsText: 'TUHAN adalah\ngembalaku', bacaan: 'Mazmur 23', doa: 'Amin.', pertanyaan: 'Apa?\nMengapa?', description: 'Ringkas & padat',
    labels: ['iman', 'Iman', "Kasih & 'setia'"],
  })
  await transact(async (tx) => {
    await tx.postMedia.create({ data: { postId: post.id, mediaId: media.id } })
    await tx.postAuthor.create({ data: { postId: post.id, userId: other.id } })
    await tx.redirect.create({ data: { fromKey: '/lama.html', target: post.path } })
    await putSetting(tx, 'name', 'Teduh & Tenang')
  })
  const first = await makeComment({ postId: post.id, name: 'Budi', email: 'budi@rahasia.id', body: 'Satu\ndua\n\ntiga <b> & ]]>' })
  const deleted = await makeComment({ postId: post.id, parentId: first.id, status: 'deleted', body: '' })
  await makeComment({ postId: post.id, parentId: deleted.id, name: 'Cici' })
  await makeComment({ postId: post.id, name: 'Menunggu', status: 'held', body: 'Belum disetujui' })
  await makeComment({ postId: post.id, name: 'Spam', status: 'spam', body: 'BELI' })
  await makePage({ title: 'Tentang', slug: 'tentang', authorId: other.id })
  await makePost({ title: 'Draf rahasia', body: '<p>Belum jadi.</p>', authorId: other.id })
  await makePost({ title: 'Besok', status: 'scheduled', scheduledAt: new Date('2099-01-01T00:00:00Z'), authorId: other.id })
  // Both keep the address under which they were public, for the day they come back.
  await makePost({ published: new Date('2024-05-01T00:00:00Z'), title: 'Ditarik', slug: 'ditarik', status: 'withdrawn', authorId: other.id })
  await makePage({ title: 'Ditarik lalu dibuang', slug: 'ditarik-dibuang', status: 'trashed', trashedFrom: 'withdrawn', trashedAt: new Date('2026-01-02T00:00:00Z'), authorId: other.id })
  await makePost({ published: true, title: 'Dibuang', status: 'trashed', trashedFrom: 'published', trashedAt: new Date('2026-01-01T00:00:00Z'), authorId: other.id })
})

describe.each(['blogger', 'wxr', 'json'] as const)('%s', (format) => {
  test('gives what everybody can read, and nothing else unless asked', async () => {
    await exportBlog(format, join(root, `${format}-open`), open)
    const text = read(`${format}-open`, files[format])
    expect(text).toContain('gembalaku')
    for (const secret of ['Draf rahasia', 'Ditarik', 'Besok', 'Dibuang', 'Belum disetujui', 'BELI', 'rahasia.id']) expect(text).not.toContain(secret)
    await exportBlog(format, join(root, `${format}-all`), all)
    const whole = read(`${format}-all`, files[format])
    for (const asked of ['Draf rahasia', 'Besok', 'Dibuang', 'Belum disetujui']) expect(whole).toContain(asked)
    // Blogger's form has no place for addresses of people.
    if (format !== 'blogger') expect(whole).toContain('budi@rahasia.id')
    expect(whole).not.toContain('BELI')
  })

  test('lays the pictures beside it, and leaves nothing unfinished', async () => {
    const { pictures, missing } = await exportBlog(format, join(root, `${format}-pictures`), open)
    expect([pictures, missing]).toEqual([1, []])
    expect(readdirSync(join(root, `${format}-pictures`)).toSorted()).toEqual([files[format], 'media'].toSorted())
    expect(readdirSync(join(root, `${format}-pictures/media`)).every((name) => /^[0-9a-f]{64}-\d+\.webp$/.test(name))).toBe(true)
    expect(statSync(join(root, `${format}-pictures`, files[format])).mode & 0o777).toBe(0o600)
  })
})

test('Blogger’s form brought into an empty blog and taken out again is equal', { timeout: 120_000 }, async () => {
  await exportBlog('blogger', join(root, 'first'), all)
  await again('first/feed.atom', 'blogger', 'second')
  expect(read('second/feed.atom')).toBe(read('first/feed.atom'))
  expect(read('second/feed.atom')).toMatch(/<blogger:status>DRAFT<.*<title>Ditarik<.*<blogger:filename>\/2024\/05\/ditarik\.html</)
  expect(read('second/feed.atom')).toMatch(/<title>Ditarik lalu dibuang<.*<blogger:filename>\/p\/ditarik-dibuang\.html</)
})

test('WordPress’s form brought into an empty blog and taken out again is equal', { timeout: 120_000 }, async () => {
  // People who come in have no address with which to sign in.
  await exportBlog('wxr', join(root, 'first-wxr'), { drafts: true, private: false })
  await again('first-wxr/wordpress.xml', 'wxr', 'second-wxr', { drafts: true, private: false })
  expect(read('second-wxr/wordpress.xml')).toBe(read('first-wxr/wordpress.xml'))
})

test('our own JSON brought into an empty blog and taken out again is equal, pictures too; onto a blog that holds something it is refused', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'first-json'), { drafts: true, private: false })
  await again('first-json/teduh.json', 'json', 'second-json', { drafts: true, private: false })
  expect(read('second-json/teduh.json')).toBe(read('first-json/teduh.json'))
  const pictures = (folder: string) => readdirSync(join(root, folder, 'media')).map((name) => [name, readFileSync(join(root, folder, 'media', name)).toString('base64')])
  expect(pictures('second-json')).toEqual(pictures('first-json'))
  await expect(bringTeduhIn(join(root, 'first-json/teduh.json'), false)).rejects.toMatchObject({ reason: 'import.not-empty' })
})

test.each([
  ['cut off', (text: string) => text.slice(0, -200)], ['with a post that is none', (text: string) => text.replace('"kind":"post"', '"kind":"novel"')], ['empty', () => ''],
])('a teduh.json %s is refused', async (name, change) => {
  await exportBlog('json', join(root, 'bad-json'), open)
  const file = join(root, 'bad-json', `${name}.json`)
  writeFileSync(file, change(read('bad-json/teduh.json')))
  await expect(bringTeduhIn(file, true)).rejects.toMatchObject({ reason: 'import.json' })
})

test('the XML of both is well-formed and says the same of the post', async () => {
  await exportBlog('blogger', join(root, 'xml'), open)
  await exportBlog('wxr', join(root, 'xml'), open)
  const parser = new XMLParser({ ignoreAttributes: false, cdataPropName: 'cdata', parseTagValue: false })
  const { feed } = parser.parse(read('xml/feed.atom'))
  const entry = feed.entry[0]
  expect(entry).toMatchObject({ title: 'SATU & DUA <TIGA>', 'blogger:status': 'LIVE', 'blogger:filename': expect.stringMatching(/^\/2025\/04\/.*\.html$/), published: '2025-03-31T18:30:00.500Z' })
  const { channel } = parser.parse(read('xml/wordpress.xml')).rss
  expect(channel['wp:wxr_version']).toBe('1.2')
  const item = channel.item[0]
  expect(item).toMatchObject({ title: 'SATU & DUA &lt;TIGA&gt;', 'wp:status': 'publish', 'wp:post_date': { cdata: '2025-04-01 01:30:00' }, 'wp:post_date_gmt': { cdata: '2025-03-31 18:30:00' } })
  expect(item['wp:comment'].map((comment: Record<string, string>) => comment['wp:comment_parent'])).toEqual(['0', item['wp:comment'][0]['wp:comment_id'], item['wp:comment'][1]['wp:comment_id']])
})
