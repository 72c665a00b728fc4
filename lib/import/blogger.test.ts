import { beforeAll, describe, expect, test } from 'vitest'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { getSettings } from '@/lib/settings/queries'
import { fixture } from './fixture'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

const old = fixture('blogger-old-renungan.xml')
const takeout = fixture('blogger-takeout-renungan.feed.atom')

const post = (externalId: string) => db.post.findUniqueOrThrow({ where: { externalId }, include: { labels: { include: { label: true } }, author: true } })

test('a dry run says what would come and writes nothing', async () => {
  const report = await bring(old, { isDryRun: true })
  expect(report).toMatchObject({ posts: 3, pages: 1, drafts: 1, scheduled: 0, trashed: 0, comments: 3, labels: 4, redirects: 0, warnings: [] })
  expect(await db.post.count()).toBe(0)
  expect(await db.user.count()).toBe(0)
  expect(await db.setting.count()).toBe(0)
})

describe('the older export', () => {
  beforeAll(async () => void (await bring(old)))

  test('comes in whole, at its addresses', async () => {
    const posts = await db.post.findMany({ where: { path: { not: null } }, orderBy: { id: 'asc' }, select: { path: true, title: true, kind: true } })
    expect(posts).toEqual([
      { path: '/2015/03/gembala-yang-baik.html', title: 'Gembala yang Baik', kind: 'post' },
      { path: '/2016/11/iman-kecil.html', title: 'Iman "Kecil" & Janji Besar <3', kind: 'post' },
      { path: '/2017/01/blog-post.html', title: '', kind: 'post' },
      { path: '/p/tentang-kami.html', title: 'Tentang Kami', kind: 'page' },
    ])
    expect(await post('1004')).toMatchObject({ status: 'draft', path: null, title: 'Konsep: Doa Malam' })
    expect((await post('1001')).publishedAt).toEqual(new Date('2015-03-01T22:30:00Z'))
  })

  test('says who wrote it, without a way to sign in', async () => {
    expect((await post('1001')).author).toMatchObject({ name: 'Pengurus', email: null, passwordHash: null, role: 'author' })
  })

  test('brings name, description and zone of the blog where they were never set, and the id of its feed', async () => {
    expect(await getSettings()).toMatchObject({ name: 'Renungan Contoh', description: 'Renungan harian & doa', timeZone: 'Asia/Jakarta', feedId: 'tag:blogger.com,1999:blog-7000000000000000001' })
  })

  test('keeps who answered whom, when, and under which id; scripts and tricks are gone', async () => {
    const comments = await db.comment.findMany({ orderBy: { id: 'asc' }, select: { externalId: true, body: true, parent: { select: { externalId: true } }, createdAt: true } })
    expect(comments).toEqual([
      { externalId: '3001', body: 'Terima kasih, sangat memberkati.\nAmin', parent: null, createdAt: new Date('2015-03-02T02:00:00Z') },
      { externalId: '3002', body: 'Puji Tuhan, Bu Maria.', parent: { externalId: '3001' }, createdAt: new Date('2015-03-02T03:00:00Z') },
      { externalId: '3003', body: 'klik bagus', parent: null, createdAt: new Date('2016-12-01T03:00:00Z') },
    ])
    expect((await post('1002')).body).not.toMatch(/onclick|script/)
  })

  test('accounts for every entry of the file', async () => {
    const report = await bring(old, { isDryRun: true })
    expect(report.skipped.map(({ reason }) => reason).sort()).toEqual(['settings', 'settings', 'settings', 'settings', 'settings', 'template'])
  })

  test('again, changes nothing', async () => {
    const state = async () => [await db.post.findMany(), await db.comment.findMany(), await db.label.findMany(), await db.user.findMany(), await db.revision.findMany(), await db.redirect.findMany()]
    const before = await state()
    expect(await bring(old)).toMatchObject({ posts: 3, pages: 1, drafts: 1, comments: 3 })
    expect(await state()).toEqual(before)
  })
})

describe('the present export', () => {
  test('comes in by state: only what is live and not ahead of its time is public', async () => {
    const report = await bring(takeout)
    expect(report).toMatchObject({ posts: 2, pages: 1, drafts: 1, scheduled: 1, trashed: 1, comments: 2, labels: 2, warnings: [] })
    expect(report.skipped).toEqual([{ id: 'tag:blogger.com,1999:blog-7000000000000000002.post-4203', reason: 'spam' }])
    expect(await post('4001')).toMatchObject({ status: 'published', path: '/2024/02/berharap-kepada-tuhan.html', description: 'Yesaya 40:31' })
    expect((await post('4001')).labels.map(({ label, listedAt }) => [label.name, listedAt])).toEqual([['Harapan', new Date('2024-02-01T22:30:00Z')], ['Yesaya', new Date('2024-02-01T22:30:00Z')]])
    expect((await post('4002')).title).toBe("Judul 'lama' & baru")
    expect(await post('4004')).toMatchObject({ status: 'scheduled', scheduledAt: new Date('2099-01-01T00:00:00Z'), slug: 'terjadwal', path: null })
    expect(await post('4005')).toMatchObject({ status: 'trashed', trashedFrom: 'published', path: '/2023/01/dihapus.html' })
  })

  test('a type within an author, newlines in a label and an unknown state do not mislead', async () => {
    const file = fileOf(`<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-8</id>
      <entry><id>tag:blogger.com,1999:blog-8.post-81</id><author><name>A</name><blogger:type>BLOGGER</blogger:type></author><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
      <title>2024</title><content type='html'>&lt;p&gt;Isi&lt;/p&gt;</content><published>2024-01-31T17:30:00Z</published><category scheme="x" term="Doa&#10;doa&#10;Puasa"/><category/><blogger:filename>/2024/02/isi.html</blogger:filename></entry>
      <entry><id>tag:blogger.com,1999:blog-8.post-82</id><blogger:type>POST</blogger:type><blogger:status>EMBARGOED</blogger:status><title>Belum</title><content type='html'>x</content><published>2020-01-01T00:00:00Z</published><blogger:filename>/2020/01/belum.html</blogger:filename></entry>
      <entry><id>tag:blogger.com,1999:blog-8.post-83</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Nanti</title><content type='html'>x</content><published>2031-01-01T00:00:00Z</published><blogger:filename>/2031/01/nanti.html</blogger:filename></entry>
      <entry><id>tag:blogger.com,1999:blog-8.post-84</id><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status><title>Buang</title><content type='html'>x</content><published>2020-02-01T00:00:00Z</published><blogger:filename>/2020/02/buang.html</blogger:filename></entry></feed>`)
    const report = await bring(file)
    expect(report).toMatchObject({ posts: 1, drafts: 1, scheduled: 1, trashed: 1, labels: 3 })
    expect((await post('81')).labels.map(({ label }) => label.name).sort()).toEqual(['Doa', 'Puasa', 'doa'])
    // 00.30 in Jakarta on the 1st is January still in UTC.
    expect(await post('81')).toMatchObject({ title: '2024', path: '/2024/02/isi.html', publishedDay: 19754 })
    expect(await post('82')).toMatchObject({ status: 'draft', path: null })
    expect(await post('84')).toMatchObject({ status: 'trashed', trashedFrom: 'withdrawn' })
  })
})

describe('an address that is taken', () => {
  test('is reported and never renamed, and its comments are skipped with it', async () => {
    const comment = oldEntry({ id: '910', kind: 'comment', path: '', html: 'Amin', more: `<thr:in-reply-to ref='tag:blogger.com,1999:blog-9.post-901'/>` })
    const report = await bring(fileOf(oldFeed(oldEntry({ id: '901', path: '/2015/03/GEMBALA-yang-baik.html' }), oldEntry({ id: '902' }), oldEntry({ id: '903', path: '/2020/01/p902.html' }), comment)))
    expect(report.skipped).toEqual([
      { id: 'tag:blogger.com,1999:blog-9.post-901', reason: expect.stringContaining('permalink taken') },
      { id: 'tag:blogger.com,1999:blog-9.post-903', reason: expect.stringContaining('permalink taken') },
      { id: 'tag:blogger.com,1999:blog-9.post-910', reason: 'post skipped' },
    ])
    expect(await db.post.count({ where: { externalId: { in: ['901', '903'] } } })).toBe(0)
  })
})

describe('a draft that was public once', () => {
  const entry = (id: string, status: string, path: string, { title = `Judul ${id}`, trashed = '', html = 'Isi' } = {}) =>
    `<entry><id>tag:blogger.com,1999:blog-7.post-${id}</id><author><name>A</name></author><blogger:type>POST</blogger:type><blogger:status>${status}</blogger:status><title>${title}</title>` +
    `<content type='html'>${html}</content><published>2024-05-01T03:00:00Z</published><blogger:filename>${path}</blogger:filename><blogger:trashed>${trashed}</blogger:trashed></entry>`
  const feed = (...entries: string[]) => fileOf(`<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-7</id>${entries.join('')}</feed>`)

  test('keeps its address and date, is read by nobody, and comes back there', async () => {
    const report = await bring(feed(entry('701', 'DRAFT', '/2024/05/ditarik.html'), entry('702', 'DRAFT', '/2024/05/ditarik-dibuang.html', { trashed: '2025-01-01T00:00:00Z' }), entry('703', 'DRAFT', '')))
    expect(report).toMatchObject({ posts: 0, drafts: 2, trashed: 1, skipped: [], warnings: [] })
    expect(await post('701')).toMatchObject({ status: 'withdrawn', path: '/2024/05/ditarik.html', publishedAt: new Date('2024-05-01T03:00:00Z') })
    expect(await post('702')).toMatchObject({ status: 'trashed', trashedFrom: 'withdrawn', path: '/2024/05/ditarik-dibuang.html' })
    expect(await post('703')).toMatchObject({ status: 'draft', path: null, publishedAt: null })
    expect(await resolveAddress('/2024/05/ditarik.html')).toMatchObject({ kind: 'missing' })
  })

  test('gives way to what is public there, wherever in the file that stands, and the report says so', async () => {
    const report = await bring(feed(
      entry('711', 'DRAFT', '/2024/05/satu.html', { trashed: '2025-01-01T00:00:00Z' }), entry('712', 'DRAFT', '/2024/05/SATU.html'), entry('713', 'LIVE', '/2024/05/satu.html'), entry('714', 'DRAFT', '/2024/05/satu.html'),
    ))
    expect(report).toMatchObject({ posts: 1, drafts: 2, trashed: 1, skipped: [] })
    expect(report.warnings).toHaveLength(3)
    expect(report.warnings[0]).toMatch(/711.*\/2024\/05\/satu\.html/)
    expect(await post('711')).toMatchObject({ status: 'trashed', trashedFrom: 'draft', path: null })
    for (const id of ['712', '714']) expect(await post(id)).toMatchObject({ status: 'draft', path: null, publishedAt: null })
    expect(await post('713')).toMatchObject({ status: 'published', path: '/2024/05/satu.html' })
  })

  test('gives its address to what is public there by a newer export, unless somebody wrote on it here', async () => {
    await bring(feed(entry('721', 'DRAFT', '/2024/05/dua.html'), entry('722', 'DRAFT', '/2024/05/tiga.html')))
    await transact((tx) => tx.post.update({ where: { externalId: '722' }, data: { revision: { increment: 1 } } }))
    const report = await bring(feed(entry('723', 'LIVE', '/2024/05/dua.html'), entry('724', 'LIVE', '/2024/05/tiga.html')))
    expect(report).toMatchObject({ posts: 1, skipped: [{ id: expect.stringContaining('724'), reason: expect.stringContaining('permalink taken') }] })
    // What changes here without being in the file is said, too.
    expect(report.warnings).toEqual(['"Judul 721": gave its address /2024/05/dua.html to what is public there now, and is a draft without one'])
    expect(await post('721')).toMatchObject({ status: 'draft', path: null })
    expect(await post('722')).toMatchObject({ status: 'withdrawn', path: '/2024/05/tiga.html' })
    expect(await post('723')).toMatchObject({ status: 'published', path: '/2024/05/dua.html' })
    // The draft that is public again there comes back here.
    expect(await bring(feed(entry('722', 'DRAFT', '/2024/05/tiga.html'), entry('725', 'DRAFT', '/2024/05/empat.html')))).toMatchObject({ drafts: 2 })
    await bring(feed(entry('725', 'LIVE', '/2024/05/empat.html', { html: 'Isi yang baru' })))
    expect(await post('725')).toMatchObject({ status: 'published', path: '/2024/05/empat.html' })
  })

  test.each([['changed', 'Isi yang baru'], ['did not change', 'Isi']])('gives its address to what is public there by a newer export in which it %s, once', async (name, html) => {
    const [draft, live] = name === 'changed' ? ['731', '732'] : ['741', '742']
    const path = `/2024/05/p${draft}.html`
    await bring(feed(entry(draft!, 'DRAFT', path)))
    const newer = feed(entry(draft!, 'DRAFT', path, { html }), entry(live!, 'LIVE', path))
    const looked = await bring(newer, { isDryRun: true })
    expect(looked.warnings).toEqual([expect.stringContaining(path)])
    expect(await bring(newer)).toEqual(looked)
    expect(await post(draft!)).toMatchObject({ status: 'draft', path: null, pathKey: null, publishedAt: null, publishedDay: null })
    expect(await post(live!)).toMatchObject({ status: 'published', path })
    expect(await bring(newer)).toMatchObject({ posts: 1, drafts: 1, skipped: [] })
    expect(await post(draft!)).toMatchObject({ status: 'draft', path: null })
  })
})

test('a picture that stands in the text itself does not come along, and the report says so', async () => {
  const report = await bring(fileOf(oldFeed(oldEntry({ id: '8801', title: 'Tertanam', html: `<p>Ini</p><img src="data:image/png;base64,${'A'.repeat(400)}">` }))))
  expect(report.warnings).toEqual([expect.stringMatching(/8801 "Tertanam": 1 pictures did not come along/)])
})
