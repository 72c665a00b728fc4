import { expect, test } from 'vitest'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { getSettings } from '@/lib/settings/queries'
import { fixture } from './fixture'
import { bring, fileOf } from './testing'

const post = (externalId: string) => db.post.findUniqueOrThrow({ where: { externalId }, include: { author: true, labels: { include: { label: true } } } })

test('a Ghost export comes in, with its picture above the text, and its old addresses lead on', async () => {
  expect(await bring(fixture('ghost-migrate.json'))).toMatchObject({ posts: 3, pages: 0, labels: 2, redirects: 3, skipped: [], warnings: [] })
  const first = await post('9b7114425bee6e3b17baf7c0')
  expect(first).toMatchObject({ path: '/2025/01/post-1.html', author: { name: 'Alice Johnson', email: null } })
  expect(first.labels.map(({ label }) => label.name)).toEqual(['News'])
  expect(first.body).toMatch(/^<figure><img src="https:\/\/example\.com\/images\/feature-1\.jpg" alt="" \/><\/figure><p>Hello world<\/p><figure><img src="https:\/\/example\.com\/images\/photo-1\.jpg"/)
  expect((await post('3686b35d96fe6fd2a2748c81')).body).toBe('<figure><img src="https://example.com/images/lexical-image.jpg" alt="" width="800" height="600" /></figure>')
  expect(await resolveAddress('/post-1')).toMatchObject({ kind: 'redirect', location: '/2025/01/post-1.html' })
  expect(await getSettings()).toMatchObject({ name: 'My Ghost Site', description: 'A test site' })
})

test('only what everybody could read is public; every editor’s text is read', async () => {
  const base = { created_at: '2024-01-01T00:00:00.000Z', published_at: '2024-01-02T00:00:00.000Z', type: 'post', status: 'published', visibility: 'public' }
  const lexical = JSON.stringify({ root: { children: [
    { type: 'extended-heading', tag: 'h2', children: [{ type: 'extended-text', text: 'Judul' }] },
    { type: 'paragraph', children: [{ type: 'extended-text', text: 'tebal', format: 1 }, { type: 'linebreak' }, { type: 'link', url: '__GHOST_URL__/lama/', children: [{ type: 'text', text: 'lama' }] }] },
    { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [{ type: 'text', text: 'satu' }] }] },
    { type: 'html', html: '<p onclick="x()">mentah</p>' }, { type: 'bookmark', url: 'https://contoh.example/', metadata: { title: 'Contoh' } },
  ] } })
  const mobiledoc = JSON.stringify({ version: '0.3.1', atoms: [['soft-return', '', {}]], cards: [['image', { src: 'https://x.example/a.jpg', alt: 'A' }], ['markdown', { markdown: '*miring*' }]], markups: [['strong'], ['a', ['href', 'https://x.example/']]],
    sections: [[1, 'p', [[0, [], 0, 'Halo '], [0, [0, 1], 2, 'dunia'], [1, [], 0, 0], [0, [], 0, 'lagi']]], [10, 0], [10, 1], [3, 'ul', [[[0, [], 0, 'butir']]]]] })
  const posts = [
    { ...base, id: 'g1', slug: 'satu', title: 'Satu', lexical }, { ...base, id: 'g2', slug: 'dua', title: 'Dua', mobiledoc }, { ...base, id: 'g3', slug: 'lama', title: 'Lama', html: '<p>x</p>' },
    { ...base, id: 'g4', slug: 'anggota', title: 'Anggota', html: '<p>x</p>', visibility: 'paid' }, { ...base, id: 'g5', slug: 'surat', title: 'Surat', html: '<p>x</p>', status: 'sent' },
    { ...base, id: 'g6', slug: 'nanti', title: 'Nanti', html: '<p>x</p>', status: 'scheduled', published_at: '2031-01-01T00:00:00.000Z' }, { ...base, id: 'g7', slug: 'tentang', title: 'Tentang', html: '<p>x</p>', type: 'page' },
  ]
  const data = { posts_tags: [{ post_id: 'g1', tag_id: 't2', sort_order: 0 }, { post_id: 'g1', tag_id: 't1', sort_order: 1 }], tags: [{ id: 't1', name: 'Iman' }, { id: 't2', name: '#dalam', visibility: 'internal' }], posts, posts_meta: [{ post_id: 'g1', meta_description: 'Untuk mesin pencari' }] }
  expect(await bring(fileOf(JSON.stringify({ meta: {}, data }), 'json'))).toMatchObject({ posts: 3, pages: 1, drafts: 2, scheduled: 1, labels: 1 })
  expect(await post('g1')).toMatchObject({
    description: 'Untuk mesin pencari',
    body: '<h2>Judul</h2><p><strong>tebal</strong><br /><a href="/2024/01/lama.html">lama</a></p><ol><li>satu</li></ol><p>mentah</p><p><a href="https://contoh.example/">Contoh</a></p>',
  })
  expect((await post('g2')).body).toBe('<p>Halo <strong><a href="https://x.example/">dunia</a></strong><br />lagi</p><figure><img src="https://x.example/a.jpg" alt="A" /></figure><p><em>miring</em></p><ul><li>butir</li></ul>')
})

test.each([
  ['cut off', '{"db":[{"data":{"posts":[{"id":"1","title":"a"'],
  ['no JSON', '{"db":[{"data":{"posts":[}]}'],
  ['brackets without end', `{"data":${'['.repeat(100_000)}`],
])('%s is refused', async (_, content) => {
  await expect(bring(fileOf(content, 'json'))).rejects.toMatchObject({ reason: 'import.json' })
})

test('JSON of something else is refused', async () => {
  await expect(bring(fileOf('{"name":"teduh","version":"1"}', 'json'))).rejects.toMatchObject({ reason: 'import.unknown' })
})

test('pictures at the address that Ghost does not name are looked for at this blog’s', async () => {
  const post = { id: 'g90', slug: 'berfoto', title: 'Berfoto', type: 'post', status: 'published', visibility: 'public', published_at: '2024-03-02T00:00:00.000Z', html: '<p>Foto</p><img src="__GHOST_URL__/content/images/2024/03/a.jpg" alt="A"><a href="__GHOST_URL__/berfoto/">ini</a>' }
  await bring(fileOf(JSON.stringify({ db: [{ data: { posts: [post] } }] }), 'json'))
  const { body } = await db.post.findUniqueOrThrow({ where: { externalId: 'g90' } })
  expect(body).toContain('<img src="http://localhost:3000/content/images/2024/03/a.jpg" alt="A" />')
  expect(body).toContain('<a href="/2024/03/berfoto.html">ini</a>')
})

test('rows and texts that are not of Ghost’s form keep nobody from reading the others', async () => {
  const base = { type: 'post', status: 'published', visibility: 'public', published_at: '2024-04-02T00:00:00.000Z' }
  const deep = `{"root":{"children":[${'{"type":"list","children":['.repeat(20_000)}{"type":"text","text":"terdalam"}${']}'.repeat(20_000)}]}}`
  const posts = [{ ...base, id: 'd1', slug: 'dalam', title: 'Dalam', lexical: deep }, { ...base, id: 'd2', slug: 'aneh', title: 'Aneh', lexical: '{"root":{"children":"x"}}' }, null, 7, { id: {}, title: [] }]
  const data = { posts, tags: [{ id: null, name: 7 }], users: [null, { name: {} }], posts_tags: [{ post_id: 'd1', sort_order: {} }], posts_meta: [{ meta_description: 1 }], settings: [{ key: 1, value: {} }] }
  expect(await bring(fileOf(JSON.stringify({ db: [{ data }] }), 'json'))).toMatchObject({ posts: 2, skipped: [{ reason: 'unknown kind' }] })
  expect((await post('d1')).body).toBe('<p>terdalam</p>')
})
