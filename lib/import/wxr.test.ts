import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalAddress } from '@/lib/addresses/canonical'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { fixture } from './fixture'
import { bring, fileOf } from './testing'

const post = (externalId: string) => db.post.findUniqueOrThrow({ where: { externalId }, include: { labels: { include: { label: true } }, coauthors: { include: { user: true }, orderBy: { position: 'asc' } }, author: true } })

describe('a WordPress export', () => {
  let report: Awaited<ReturnType<typeof bring>>
  beforeAll(async () => void (report = await bring(fixture('wxr-renungan.xml'))))

  test('is accounted for entry by entry', () => {
    expect(report).toMatchObject({ posts: 2, pages: 1, drafts: 3, scheduled: 1, trashed: 1, comments: 2, labels: 2, media: 1, redirects: 3 })
    expect(report.skipped.map(({ reason }) => reason).sort()).toEqual(['navigation item', 'pingback', 'spam'])
  })

  test('makes nothing public that was not', async () => {
    const shown = await db.post.findMany({ where: { status: 'published' }, orderBy: { id: 'asc' }, select: { externalId: true, path: true } })
    expect(shown).toEqual([
      { externalId: '10', path: '/2024/01/damai-di-tengah-badai.html' },
      { externalId: '15', path: '/2024/01/klasik-lama.html' },
      { externalId: '16', path: '/p/tentang.html' },
    ])
    for (const id of ['13', '14']) expect(await post(id)).toMatchObject({ status: 'draft', path: null })
  })

  test('leads each old address to the new one', async () => {
    for (const [old, now] of [['/2024/01/damai-di-tengah-badai', '/2024/01/damai-di-tengah-badai.html'], ['/2024/01/tentang', '/p/tentang.html']]) {
      expect(await resolveAddress(old!)).toEqual({ kind: 'redirect', location: now, status: 301 })
    }
  })

  test.each([
    ['/category/renungan', '/search/label/Renungan'], ['/tag/damai', '/search/label/Damai'],
    ['/?p=10', '/2024/01/damai-di-tengah-badai.html'], ['/?page_id=16', '/p/tentang.html'], ['/?p=14', '/'], ['/?p=4040', '/'],
  ])('leads %s to %s', async (old, now) => {
    const found = canonicalAddress(old) as { key: string }
    expect(await resolveAddress(found.key)).toEqual({ kind: 'redirect', location: now, status: 301 })
  })

  test('has blocks, captions, galleries and plain lines as clean HTML', async () => {
    const picture = 'https://wp-contoh.example.org/wp-content/uploads/2024/01/perahu.jpg'
    expect((await post('10')).body).toBe(`<p>Markus 4:35-41</p><figure><img src="${picture}" alt="Perahu" /><figcaption>Perahu</figcaption></figure><p>Diam! Tenanglah!</p>`)
    const classic = await post('15')
    expect(classic.title).toBe('Klasik & lama')
    expect(classic.body).toBe(
      `<p>Paragraf satu, 1 Kor 13:4-7.</p><p>Paragraf dua.</p><figure><img src="${picture}" alt="" /><figcaption>Keterangan</figcaption></figure>` +
        `<figure><img src="${picture}" alt="" /></figure><p>]]&gt; aman</p>`,
    )
  })

  test('keeps the thread and the address of who commented, and no network address', async () => {
    const comments = await db.comment.findMany({ orderBy: { id: 'asc' }, select: { externalId: true, name: true, email: true, addressHash: true, parent: { select: { externalId: true } } } })
    expect(comments).toEqual([
      { externalId: '1', name: 'Sinta', email: 'x@example.org', addressHash: null, parent: null },
      { externalId: '2', name: 'Redaksi', email: 'x@example.org', addressHash: null, parent: { externalId: '1' } },
    ])
  })
})

test('several authors stand in their order, each once', async () => {
  const report = await bring(fixture('wxr-co-authors-plus.xml'))
  expect(report).toMatchObject({ posts: 4, labels: 1, redirects: 4, skipped: [] })
  const names = async (id: string) => {
    const { author, coauthors } = await post(id)
    return [author.name, ...coauthors.map(({ user }) => user.name)]
  }
  expect(await names('100')).toEqual(['Alice Smith', 'Bob Jones'])
  expect(await names('101')).toEqual(['Alice Smith', 'Bob Jones', 'Carol White'])
  expect(await names('102')).toEqual(['Bob Jones'])
  expect(await names('103')).toEqual(['Alice Smith', 'Bob Jones'])
})

test('another WordPress counts from 1 as well: its posts are others', async () => {
  const before = await post('10')
  const other = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lain</title><link>https://lain.example</link><wp:base_blog_url>https://lain.example</wp:base_blog_url>
    <item><title>Sama nomor</title><link>https://lain.example/sama-nomor/</link><content:encoded>Isi</content:encoded><wp:post_id>10</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_name>sama-nomor</wp:post_name><wp:post_date_gmt>2024-05-05 00:00:00</wp:post_date_gmt>
    <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Budi</wp:comment_author><wp:comment_content>Halo</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_date_gmt>2024-05-06 00:00:00</wp:comment_date_gmt></wp:comment></item></channel></rss>`
  for (const _ of [1, 2]) expect(await bring(fileOf(other))).toMatchObject({ posts: 1, comments: 1 })
  expect(await post('10')).toEqual(before)
  const added = await db.post.findMany({ where: { title: 'Sama nomor' }, include: { comments: true } })
  expect(added.map(({ path, comments }) => [path, comments.map(({ body }) => body)])).toEqual([['/2024/05/sama-nomor.html', ['Halo']]])
})

test('an author who has an account here is that person', async () => {
  const user = await transact((tx) => tx.user.create({ data: { name: 'Redaksi Kami', slug: 'redaksi-kami', email: 'maria@example.org', role: 'editor' } }))
  const file = fileOf(`<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>W</title><link>https://w.example</link>
    <wp:author><wp:author_id>1</wp:author_id><wp:author_login>maria</wp:author_login><wp:author_email>Maria@Example.org</wp:author_email><wp:author_display_name>Maria</wp:author_display_name></wp:author>
    <item><title>Milik Maria</title><link>https://w.example/milik/</link><dc:creator>maria</dc:creator><wp:post_id>7001</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2024-06-05 00:00:00</wp:post_date_gmt></item></channel></rss>`)
  await bring(file)
  expect((await post('7001')).authorId).toBe(user.id)
})

test('categories within others, in a blog within a folder, keep their addresses; text links to them, and what leads elsewhere stays', async () => {
  await transact((tx) => tx.redirect.create({ data: { fromKey: '/blog/tag/puasa', target: '/p/puasa.html' } }))
  const term = (slug: string, name: string, parent = '') => `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`
  const file = fileOf(`<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Folder</title><link>https://folder.example/blog</link><wp:base_blog_url>https://folder.example/blog</wp:base_blog_url>
    ${term('anak', 'Doa &amp;amp; Puasa', 'induk')}${term('induk', 'Induk')}${term('tanpa', 'Tanpa tulisan')}${term('bundar', 'Bundar', 'bundar')}
    <item><title>Berlabel</title><link>https://folder.example/blog/berlabel/</link><content:encoded>Lihat &lt;a href="https://folder.example/blog/category/induk/anak/"&gt;semua&lt;/a&gt;</content:encoded><wp:post_id>900</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_name>berlabel</wp:post_name><wp:post_date_gmt>2023-05-05 00:00:00</wp:post_date_gmt>
    <category domain="category" nicename="anak">Doa &amp;amp; Puasa</category><category domain="post_tag" nicename="puasa">Puasa</category><category domain="post_tag" nicename="%e7%a5%88">祈</category></item></channel></rss>`)
  for (const _ of [1, 2]) expect(await bring(file)).toMatchObject({ posts: 1, redirects: 1 })
  const label = '/search/label/Doa%20%26%20Puasa'
  expect((await post('900')).body).toContain(`<a href="${label}">semua</a>`)
  const leads = async (path: string) => {
    const address = await resolveAddress((canonicalAddress(path) as { key: string }).key)
    return address.kind === 'redirect' ? address.location : address.kind
  }
  expect(await Promise.all(['/blog/category/anak', '/blog/category/induk/anak', '/blog/tag/puasa', '/blog/tag/%E7%A5%88', '/blog/category/tanpa', '/blog/category/bundar'].map(leads)))
    .toEqual([label, label, '/p/puasa.html', '/search/label/%E7%A5%88', 'missing', 'missing'])
})
