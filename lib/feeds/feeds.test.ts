import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalAddress } from '@/lib/addresses/canonical'
import { resolveAddress } from '@/lib/addresses/resolve'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makeMedia, makePage, makePost, makeUser } from '@/lib/testing/builders'
import { complaintsOfFeed } from '@/lib/testing/feed-rules'
import { answerFeed } from './answer'
import { readFeed } from './request'

const site = 'http://localhost:3000'
/** Bodies as they come from Word, old exports and hasty hands. */
const hostile = [
  '<p>Satu<p>Dua <b>tebal <i>miring</b> sesudah</i>', '<ul><li>a<li>b</ul><div><p>x</div>', '<p>a & b &copy; &nbsp; 1 < 2</p>', '<a href="/p/tentang.html">x</a><a href="#c1">y</a><a name="more"></a>',
  '<p style="color:red" onclick="x()">x</p><script>alert(1)</script>', ']]> <![CDATA[ x', 'emoji 🙏 dan \u0001\u0085\ufffd rusak \ud800', '<table><tr><td>x<td>y</table>',
  '<img src="/media/1/480.webp" data-media="1"><figure><img src="https://x.example/a.jpg" alt=\'"\'><figcaption>k</figcaption></figure>', '', '<ol reversed start="3"><li value="9">x</li></ol><dl><dt>a<dd>b</dl>',
]
const titles = ['Biasa', 'AT&T <b>tebal</b>', '', 'SEMUA KAPITAL', '1 < 2 & 3 > 2', '日本語 שלום', '  ', 'a]]>b', '&amp; sudah', '"kutip" \'satu\'', 'x'.repeat(300)]
let newest: Awaited<ReturnType<typeof makePost>>
let imported: Awaited<ReturnType<typeof makePost>>

beforeAll(async () => {
  const author = await makeUser({ name: 'Yosua & Kawan <tulis>' })
  const cover = await makeMedia()
  const at = (i: number) => new Date(Date.UTC(2025, 2, 1 + i, 17, 30))
  for (const [i, body] of hostile.entries()) {
    newest = await makePost({ published: at(i), body, title: titles[i], natsRef: 'Amsal 10:19', natsText: 'Baris <satu>\nbaris dua', bacaan: 'Amsal 10',
      doa: 'Ya Bapa <terima>\nkasih.\n\nAmin.', pertanyaan: '1. Siapa & apa?\n2. Mengapa?', lagu: 'KJ 36 <i>',
      authorId: author.id, labels: ['Doa', ...(i % 2 ? ['Doa & Puasa/50%'] : [])], updatedAt: at(20) })
  }
  imported = await makePost({ published: at(12), title: 'Dari Blogger', externalId: '4422331100998877665', coverId: cover.id, updatedAt: at(20) })
  const first = await makeComment({ postId: imported.id, body: 'Terima\nkasih <b>x</b> https://x.example', externalId: '99887766554433', createdAt: at(13) })
  await makeComment({ postId: imported.id, body: 'Amin & amin \u0002', parentId: first.id, createdAt: at(14) })
  await makeComment({ postId: imported.id, status: 'held' })
  await makeComment({ postId: (await makePost({ title: 'Draf' })).id })
  await makePost({ title: 'Draf rahasia', body: '<p>rahasia</p>' })
  await makePage({ title: 'Tentang', slug: 'tentang' })
})

async function fetchFeed(address: string) {
  const canonical = canonicalAddress(address)
  if (canonical.kind !== 'reader') throw new Error(canonical.kind)
  expect(await resolveAddress(canonical.key)).toMatchObject({ kind: 'page' })
  const [path, query] = canonical.key.split('?')
  const answer = await answerFeed(readFeed(path!, new URLSearchParams(query))!)
  return { ...answer!, key: canonical.key }
}

const json = async (address: string) => JSON.parse((await fetchFeed(address)).body)

const addresses = [
  '/feeds/posts/default', '/feeds/posts/summary', '/feeds/posts/default/-/Doa', '/feeds/posts/default/-/Doa%20%26%20Puasa%2F50%25', '/feeds/posts/default/-/Doa/Doa%20%26%20Puasa%2F50%25',
  '/feeds/comments/default', '/feeds/4422331100998877665/comments/default', '/feeds/pages/default', '/feeds/posts/default?max-results=3&start-index=4', '/feeds/posts/default?max-results=0',
  '/feeds/posts/default?q=tidak-ada-sama-sekali', '/feeds/posts/default?orderby=updated', '/feeds/comments/default/99887766554433', '/feeds/posts/default/4422331100998877665',
]

describe.each(addresses)('%s', (address) => {
  const alt = (format: string) => `${address}${address.includes('?') ? '&' : '?'}alt=${format}`

  test('is Atom as the W3C validator wants it', async () => {
    const { body, key, headers } = await fetchFeed(address)
    expect(complaintsOfFeed(body, site + key)).toEqual([])
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  })

  test('is RSS as the W3C validator wants it', async () => {
    const { body, key } = await fetchFeed(alt('rss'))
    expect(complaintsOfFeed(body, site + key)).toEqual([])
  })

  test('is JSON Feed 1.1', async () => {
    const { body, key } = await fetchFeed(alt('jsonfeed'))
    const feed = JSON.parse(body)
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.any(String), feed_url: site + key, items: expect.any(Array) })
    const ids = feed.items.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const item of feed.items) {
      expect(typeof item.content_html === 'string' || typeof item.content_text === 'string').toBe(true)
      expect(item).toMatchObject({ url: expect.stringMatching(/^http:/), authors: [{ name: expect.any(String) }], date_published: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+07:00$/) })
    }
  })

  test('holds nothing that is not public', async () => {
    for (const format of ['atom', 'rss', 'json', 'jsonfeed']) expect((await fetchFeed(alt(format))).body).not.toMatch(/rahasia|Draf/)
  })
})

describe('the JSON that sidebar scripts read', () => {
  test('of posts', async () => {
    const { feed, version, encoding } = await json('/feeds/posts/default?alt=json&max-results=2')
    expect([version, encoding]).toEqual(['1.0', 'UTF-8'])
    expect(feed).toMatchObject({
      id: { $t: 'tag:localhost,2026:blog' }, title: { type: 'text', $t: 'Teduh' }, updated: { $t: expect.stringMatching(/\.\d{3}\+07:00$/) },
      openSearch$totalResults: { $t: '12' }, openSearch$startIndex: { $t: '1' }, openSearch$itemsPerPage: { $t: '2' },
    })
    const [first] = feed.entry
    expect(first).toMatchObject({
      id: { $t: expect.stringMatching(/\.post-4422331100998877665$/) }, title: { $t: 'Dari Blogger' }, published: { $t: '2025-03-14T00:30:00.000+07:00' },
      content: { type: 'html' }, thr$total: { $t: '2' }, media$thumbnail: { url: `${site}/media/1/480.webp`, width: '480', height: '320' },
      author: [{ name: { $t: expect.any(String) }, email: { $t: 'noreply@blogger.com' }, gd$image: { src: `${site}/apple-touch-icon.png` } }],
    })
    const link = (rel: string) => first.link.find((one: { rel: string }) => one.rel === rel)
    expect(link('alternate')).toEqual({ rel: 'alternate', type: 'text/html', href: site + imported.path, title: 'Dari Blogger' })
    expect(link('self').href).toBe(`${site}/feeds/posts/default/4422331100998877665`)
    expect(link('replies').href).toBe(`${site}/feeds/4422331100998877665/comments/default`)
    expect(feed.link.map(({ rel }: { rel: string }) => rel)).toEqual(['http://schemas.google.com/g/2005#feed', 'self', 'alternate', 'next'])
    expect(feed.entry[1].category).toEqual([{ scheme: 'http://www.blogger.com/atom/ns#', term: 'Doa' }])
  })

  test('of a post holds what follows its text, as text', async () => {
    const { feed } = await json('/feeds/posts/default?alt=json&max-results=2')
    const html = feed.entry[1].content.$t
    expect(html).toContain('<h2>Pertanyaan untuk direnungkan</h2>\n<ol><li>Siapa &amp; apa?</li><li>Mengapa?</li></ol>')
    expect(html).toContain('<h2>Doa</h2>\n<p>Ya Bapa &lt;terima&gt;<br>kasih.</p>\n<p>Amin.</p>')
    expect(html).toContain('<h2>Lagu</h2>\n<p>KJ 36 &lt;i&gt;</p>')
  })

  test('of summaries has no text, of comments what they answer', async () => {
    const summary = (await json('/feeds/posts/summary?alt=json')).feed.entry[0]
    expect([summary.summary.type, summary.content]).toEqual(['text', undefined])
    const [reply, first] = (await json('/feeds/comments/default?alt=json')).feed.entry
    expect(first).toMatchObject({ id: { $t: expect.stringMatching(/\.post-99887766554433$/) }, title: { $t: 'Terima kasih <b>x</b> https://x.example' } })
    expect(first.link.find((one: { rel: string }) => one.rel === 'alternate').href).toBe(`${site}${imported.path}#c99887766554433`)
    expect(reply['thr$in-reply-to']).toMatchObject({ ref: expect.stringMatching(/post-4422331100998877665$/), href: site + imported.path })
    expect(reply.link.find((one: { rel: string }) => one.rel === 'related').href).toMatch(/\/feeds\/4422331100998877665\/comments\/default\/99887766554433$/)
  })

  test('of one post is an entry', async () => {
    expect(await json(`/feeds/posts/default/${newest.id}?alt=json`)).toMatchObject({ version: '1.0', entry: { id: { $t: expect.stringMatching(new RegExp(`post-${newest.id}$`)) } } })
  })

  test('without posts has no entries, only their number', async () => {
    const { feed } = await json('/feeds/posts/summary?alt=json&max-results=0')
    expect([feed.openSearch$totalResults.$t, 'entry' in feed]).toEqual(['12', false])
  })
})

describe('parameters', () => {
  const titlesOf = async (query: string) => (await json(`/feeds/posts/summary?alt=json&${query}`)).feed.entry?.map((entry: { title: { $t: string } }) => entry.title.$t) ?? []

  test.each([
    ['max-results=1', ['Dari Blogger']],
    ['max-results=1&start-index=12', ['Biasa']],
    ['start-index=13', []],
    ['published-min=2025-03-14T00:30:00%2B07:00', ['Dari Blogger']],
    ['published-min=2025-03-14T00:30:00+07:00', ['Dari Blogger']],
    ['published-max=2025-03-02T00:30:00%2B07:00', []],
    ['published-max=2025-03-02T00:30:01%2B07:00', ['Biasa']],
    ['updated-max=2025-01-01', []],
    ['q=blogger', ['Dari Blogger']],
    ['orderby=published&max-results=1', ['Dari Blogger']],
    ['redirect=false&m=1&v=2&max-results=1', ['Dari Blogger']],
    ['max-results=abc&start-index=-3&published-min=kemarin&max-results=1', 12],
  ])('%s', async (query, expected) => {
    const found = await titlesOf(query)
    if (typeof expected === 'number') expect(found).toHaveLength(expected)
    else expect(found).toEqual(expected)
  })

  test('a page leads to the next and back', async () => {
    const { feed } = await json('/feeds/posts/summary?alt=json&max-results=5&start-index=6')
    const hrefs = Object.fromEntries(feed.link.map(({ rel, href }: { rel: string; href: string }) => [rel, href]))
    expect(hrefs.next).toBe(`${site}/feeds/posts/summary?alt=json&max-results=5&start-index=11`)
    expect(hrefs.previous).toBe(`${site}/feeds/posts/summary?alt=json&max-results=5`)
  })

  test('500 titles at most, 150 whole posts', () => {
    expect(readFeed('/feeds/posts/summary', new URLSearchParams('max-results=9999'))!.take).toBe(500)
    expect(readFeed('/feeds/posts/default', new URLSearchParams('max-results=9999'))!.take).toBe(150)
  })
})

test.each(['/feeds/posts', '/feeds/x/default', '/feeds/1/posts/default', '/feeds/999999/comments/default', '/feeds/posts/default/999999', '/feeds/pages/default/-/Doa'])('%s is no feed', async (address) => {
  const { key } = canonicalAddress(address) as { key: string }
  expect(await resolveAddress(key)).toEqual({ kind: 'missing' })
})

test('summaries where the owner wants no more, and the hub that is told', async () => {
  await transact(async (tx) => {
    await putSetting(tx, 'feedContent', 'summary')
    await putSetting(tx, 'feedHub', 'https://hub.example/')
    await putSetting(tx, 'feedId', 'tag:blogger.com,1999:blog-42')
  })
  const { body, key, headers } = await fetchFeed('/feeds/posts/default')
  expect(complaintsOfFeed(body, site + key)).toEqual([])
  expect(body).not.toContain('<content')
  expect(body).toContain('<id>tag:blogger.com,1999:blog-42.post-4422331100998877665</id>')
  expect(headers.link).toBe(`<${site}/feeds/posts/default>; rel="self", <https://hub.example/>; rel="hub"`)
})
