import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makeLabel, makePage, makePost } from '@/lib/testing/builders'
import { canonicalAddress } from './canonical'
import { resolveAddress } from './resolve'

// Every form of address that a Blogger blog has, as they stand in old messages, books and other people's pages.
// What each page then shows is in the tests of pages, feeds and server.

const at = (iso: string) => new Date(iso)

beforeAll(async () => {
  await transact((tx) => putSetting(tx, 'postsPerPage', 5))
  const post = await makePost({ published: at('2025-03-31T17:30:00Z'), slug: 'jebakan-media-sosial', title: 'Jebakan media sosial', labels: ['Integritas', 'Doa & Puasa/50%'], path: '/2025/04/jebakan-media-sosial.html', pathKey: '/2025/04/jebakan-media-sosial.html', externalId: '4422331100998877665' })
  await makeComment({ postId: post.id, externalId: '99887766554433' })
  await makePost({ published: at('2025-03-02T02:00:00Z'), path: '/2025/03/jebakan-media-sosial.html', pathKey: '/2025/03/jebakan-media-sosial.html' })
  await makePost({ published: at('2022-08-10T02:00:00Z'), path: '/2022/08/blog-post_17.html', pathKey: '/2022/08/blog-post_17.html', title: '' })
  for (let day = 1; day <= 12; day++) await makePost({ published: at(`2024-05-${String(day).padStart(2, '0')}T03:00:00Z`), labels: ['Sabar'] })
  await makePage({ path: '/p/tentang-kami.html', pathKey: '/p/tentang-kami.html' })
  await makeLabel('Kosong')
  await makePost({ published: true, status: 'trashed', trashedFrom: 'published', trashedAt: new Date(), path: '/2021/01/terhapus.html', pathKey: '/2021/01/terhapus.html' })
  await transact((tx) => tx.redirect.createMany({ data: [
    { fromKey: '/2020/01/lama.html', target: '/2025/03/jebakan-media-sosial.html' }, { fromKey: '/2020/01/hapus.html', target: null },
    { fromKey: '/search/label/Lama', target: '/search/label/Integritas' },
  ] }))
})

/** What somebody gets: the status, and where it leads. */
async function visit(address: string): Promise<string> {
  // What follows # never reaches a server.
  const canonical = canonicalAddress(address.split('#')[0]!)
  if (canonical.kind === 'redirect') return `301 ${canonical.location}`
  if (canonical.kind !== 'reader') return canonical.kind
  const found = await resolveAddress(canonical.key)
  if (found.kind === 'redirect') return `301 ${found.location}`
  return found.kind === 'page' ? `200 ${canonical.key}` : found.kind === 'gone' ? '410' : '404'
}

const post = '/2025/04/jebakan-media-sosial.html'
const feed = '/feeds/posts/default'

describe('4.1, public addresses', () => {
  test.each([
    ['a post, in the month it has in the blog’s own zone', post, `200 ${post}`],
    ['the same slug in another month', '/2025/03/jebakan-media-sosial.html', '200 /2025/03/jebakan-media-sosial.html'],
    ['a post without a title', '/2022/08/blog-post_17.html', '200 /2022/08/blog-post_17.html'],
    ['a post in other capitals', '/2025/04/Jebakan-Media-Sosial.html', `301 ${post}`],
    ['a static page', '/p/tentang-kami.html', '200 /p/tentang-kami.html'],
    ['home', '/', '200 /'],
    ['paging from a time', '/search?updated-max=2024-05-08T10:00:00%2B07:00&max-results=5', '301 /?page=2'],
    ['paging, the offset not escaped', '/search?updated-max=2024-05-08T10:00:00+07:00&max-results=5', '301 /?page=2'],
    ['paging with a place', '/search?updated-max=2024-05-08T10:00:00%2B07:00&max-results=5&start=20&by-date=false', '301 /?page=2'],
    ['paging on a phone', '/search?updated-max=2024-05-08T10:00:00%2B07:00&max-results=5&m=1', '301 /?page=2'],
    ['paging back', '/search?updated-max=2024-05-08T10:00:00%2B07:00&max-results=5&reverse-paginate=true', '301 /?page=2'],
    ['paging back to the newest', '/search?updated-max=2024-05-12T10:00:00%2B07:00&max-results=5&reverse-paginate=true', '301 /'],
    ['paging before all', '/search?updated-max=1999-01-01T00:00:00%2B07:00&max-results=5', '301 /?page=3'],
    ['paging at the end of time', '/search?updated-max=2030-01-01T00:00:00%2B07:00&max-results=999999', '301 /'],
    ['paging from nonsense', '/search?updated-max=kemarin&max-results=-1', '200 /search'],
    ['a label', '/search/label/Integritas', '200 /search/label/Integritas'],
    ['a label, so many', '/search/label/Integritas?max-results=20', '200 /search/label/Integritas'],
    ['a label from a time', '/search/label/Sabar?updated-max=2024-05-07T10:00:00%2B07:00&max-results=5', '301 /search/label/Sabar?page=2'],
    ['a label from a place', '/search/label/Sabar?updated-max=2024-05-02T10:00:00%2B07:00&max-results=5&start=10&by-date=false', '301 /search/label/Sabar?page=3'],
    ['a label from a place without a time', '/search/label/Sabar?max-results=5&start=5&by-date=false', '301 /search/label/Sabar?page=2'],
    ['a label with spaces, an ampersand, a slash', '/search/label/Doa%20%26%20Puasa%2F50%25', '200 /search/label/Doa%20%26%20Puasa%2F50%25'],
    ['a label, encoded in small letters', '/search/label/Doa%20%26%20Puasa%2f50%25', '200 /search/label/Doa%20%26%20Puasa%2F50%25'],
    ['a label in other capitals', '/search/label/integritas', '301 /search/label/Integritas'],
    ['a label that was renamed', '/search/label/Lama', '301 /search/label/Integritas'],
    ['a label without posts', '/search/label/Kosong', '200 /search/label/Kosong'],
    ['a label that nobody knows', '/search/label/Entah', '404'],
    ['a search', '/search?q=sabar', '200 /search?q=sabar'],
    ['a search, further on', '/search?q=sabar&updated-max=2024-05-08T10:00:00%2B07:00&max-results=5&start=5&by-date=false', '301 /search?q=sabar&page=2'],
    ['a year', '/2025/', '200 /2025/'],
    ['a year without the slash', '/2025', '301 /2025/'],
    ['a month', '/2025/03/', '200 /2025/03/'],
    ['a month without the slash', '/2022/08', '301 /2022/08/'],
    ['a day', '/2025/03/02/', '200 /2025/03/02/'],
    ['a month, further on', '/2024/05/?updated-max=2024-05-07T10:00:00%2B07:00&max-results=5&start=5&by-date=false', '301 /2024/05/?page=2'],
    ['a month without posts', '/2025/07/', '404'],
    ['a date that is none', '/2025/13/', '404'],
    ['an old archive of a month', '/2022_08_01_archive.html', '301 /2022/08/'],
    ['an old archive of a week', '/2022_08_07_archive.html', '301 /2022/08/'],
    ['an old archive of a year', '/2024_01_01_archive.html', '301 /2024/'],
    ['on a phone', `${post}?m=1`, `200 ${post}`],
    ['not on a phone', `${post}?m=0`, `200 ${post}`],
    ['home on a phone', '/?m=1', '200 /'],
    ['a dynamic view of home', '/?view=flipcard', '200 /'],
    ['a dynamic view of a post', `${post}?view=classic`, `200 ${post}`],
    ['a dynamic view by its own path', '/view/magazine', '301 /'],
    ['a comment', `${post}?showComment=1742180000000#c99887766554433`, `200 ${post}`],
    ['a comment, on a phone', `${post}?m=1&showComment=1742180000000#c99887766554433`, `200 ${post}`],
    ['the comments', `${post}#comments`, `200 ${post}`],
    ['the form for comments', `${post}#comment-form`, `200 ${post}`],
    ['the sitemap', '/sitemap.xml', '200 /sitemap.xml'],
    ['a part of the sitemap', '/sitemap.xml?page=1', '200 /sitemap.xml?page=1'],
    ['another part of the sitemap', '/sitemap.xml?page=2', '200 /sitemap.xml?page=2'],
    ['the sitemap of pages', '/sitemap-pages.xml', '200 /sitemap-pages.xml'],
    ['what robots may read', '/robots.txt', '200 /robots.txt'],
    ['who may sell advertisements', '/ads.txt', '200 /ads.txt'],
    ['the old feed', '/atom.xml', `301 ${feed}`],
    ['the other old feed', '/rss.xml', `301 ${feed}?alt=rss`],
    ['no country, please', '/ncr', '301 /'],
    ['no country for a post', `/ncr${post}`, `301 ${post}`],
    ['what was shared with a trace of where', `${post}?fbclid=x&utm_source=whatsapp&spref=fb`, `200 ${post}`],
    ['what the owner sends on', '/2020/01/lama.html?m=1', '301 /2025/03/jebakan-media-sosial.html'],
    ['what is gone', '/2020/01/hapus.html', '410'],
    ['what lies in the trash', '/2021/01/terhapus.html', '410'],
    ['what never was', '/2020/01/entah.html', '404'],
  ])('%s: %s', async (_, address, expected) => {
    expect(await visit(address)).toBe(expected)
  })
})

describe('4.2, feeds', () => {
  test.each([
    ['posts', feed, `200 ${feed}`],
    ['posts, with a slash at the end', `${feed}/`, `200 ${feed}`],
    ['summaries', '/feeds/posts/summary', '200 /feeds/posts/summary'],
    ['posts under a label', `${feed}/-/Integritas`, `200 ${feed}/-/Integritas`],
    ['under a label with a space', `${feed}/-/Doa%20%26%20Puasa%2F50%25?alt=json`, `200 ${feed}/-/Doa%20%26%20Puasa%2F50%25?alt=json`],
    ['under two labels', `${feed}/-/Integritas/Sabar`, `200 ${feed}/-/Integritas/Sabar`],
    ['under a label in other capitals', `${feed}/-/integritas?alt=rss`, `301 ${feed}/-/Integritas?alt=rss`],
    ['under a label that was renamed', `/feeds/posts/summary/-/Lama`, `301 /feeds/posts/summary/-/Integritas`],
    ['under a label that nobody knows', `${feed}/-/Entah`, `200 ${feed}/-/Entah`],
    ['comments', '/feeds/comments/default', '200 /feeds/comments/default'],
    ['comments, in short', '/feeds/comments/summary', '200 /feeds/comments/summary'],
    ['one post’s comments', '/feeds/4422331100998877665/comments/default', '200 /feeds/4422331100998877665/comments/default'],
    ['comments of no post', '/feeds/4422331100998877666/comments/default', '404'],
    ['static pages', '/feeds/pages/default', '200 /feeds/pages/default'],
    ['one post', `${feed}/4422331100998877665`, `200 ${feed}/4422331100998877665`],
    ['as Atom', `${feed}?alt=atom`, `200 ${feed}`],
    ['as RSS', `${feed}?alt=rss`, `200 ${feed}?alt=rss`],
    ['as JSON', `${feed}?alt=json`, `200 ${feed}?alt=json`],
    ['as JSON in a script', `${feed}?alt=json-in-script&callback=tampilkan`, `200 ${feed}?alt=json`],
    ['so many', `${feed}?max-results=10`, `200 ${feed}?max-results=10`],
    ['more than there may be', `${feed}?max-results=9999`, `200 ${feed}?max-results=150`],
    ['from a place', `${feed}?start-index=26&max-results=25`, `200 ${feed}?start-index=26`],
    ['from a time', `${feed}?published-min=2025-03-01T00:00:00%2B07:00`, `200 ${feed}?published-min=2025-02-28T17%3A00%3A00.000Z`],
    ['to a time', `${feed}?published-max=2025-03-01T00:00:00Z`, `200 ${feed}?published-max=2025-03-01T00%3A00%3A00.000Z`],
    ['changed from and to a time', `${feed}?updated-min=2025-03-01&updated-max=2025-04-01`, `200 ${feed}?updated-min=2025-03-01T00%3A00%3A00.000Z&updated-max=2025-04-01T00%3A00%3A00.000Z`],
    ['in the order of publication', `${feed}?orderby=published`, `200 ${feed}`],
    ['in the order of changes', `${feed}?orderby=updated`, `200 ${feed}?orderby=updated`],
    ['not from elsewhere', `${feed}?redirect=false`, `200 ${feed}`],
    ['what is searched for', `${feed}?q=sabar`, `200 ${feed}?q=sabar`],
    ['in any order of parameters', `${feed}?max-results=5&start-index=2&alt=json&v=2`, `200 ${feed}?alt=json&max-results=5&start-index=2`],
  ])('%s: %s', async (_, address, expected) => {
    expect(await visit(address)).toBe(expected)
  })

  test.each([
    ['tampilkan', 'tampilkan'], ['a.b.c', 'a.b.c'], ['$_x1', '$_x1'], ['x'.repeat(50), 'x'.repeat(50)],
    ['x'.repeat(51), null], ['alert(1)', null], ['1a', null], ['a-b', null], ['', null], ['a;b', null], ['a[0]', null], ['<script>', null], ['a b', null],
  ])('a script may name %s', (callback, expected) => {
    const canonical = canonicalAddress(`${feed}?alt=json-in-script&callback=${encodeURIComponent(callback)}`)
    expect(canonical).toEqual(expected === null ? { kind: 'bad' } : { kind: 'reader', key: `${feed}?alt=json`, callback: expected })
  })

  test('a script that names no function gets Google’s own, and only JSON is handed to one', () => {
    expect(canonicalAddress(`${feed}?alt=json-in-script`)).toMatchObject({ callback: 'gdata.io.handleScriptLoaded' })
    expect(canonicalAddress(`${feed}?alt=json&callback=x`)).toMatchObject({ callback: 'x' })
    expect(canonicalAddress(`${feed}?alt=rss&callback=x`)).toEqual({ kind: 'reader', key: `${feed}?alt=rss` })
  })

  test('what few ask for is not remembered', async () => {
    const keep = async (address: string) => (await resolveAddress((canonicalAddress(address) as { key: string }).key) as { keep: boolean }).keep
    expect(await Promise.all([feed, `${feed}?alt=json&max-results=5`, `${feed}?start-index=26`, '/feeds/4422331100998877665/comments/default'].map(keep))).toEqual([true, true, true, true])
    const rare = [`${feed}?q=x`, `${feed}?start-index=7`, `${feed}?max-results=7777`.replace('7777', '77'), `${feed}?published-min=2025-01-01`, `${feed}/-/Entah`, '/feeds/comments/default']
    expect(await Promise.all(rare.map(keep))).toEqual(rare.map(() => false))
  })
})

test('nobody is sent on twice', async () => {
  for (const address of ['/atom.xml', '/search?updated-max=2024-05-08T10:00:00%2B07:00', '/2022_08_01_archive.html', '/search/label/Lama', '/search/label/', '/view', '/index.html', '/feed']) {
    const first = await visit(address)
    expect([address, first.slice(0, 3)]).toEqual([address, '301'])
    expect([address, (await visit(first.slice(4))).slice(0, 3)]).toEqual([address, '200'])
  }
})
