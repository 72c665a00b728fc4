import { describe, expect, test } from 'vitest'
import { asFile, linksIn } from './site-html'
import { fileOf, wayTo } from './site-links'

const siteUrl = 'https://renungan.example'
const there = new Set(['/', '/2025/03/a.html', '/arsip', '/search/label/Kasih%20%26%20setia', '/?page=2'])
const page = { key: '/2025/03/a.html', siteUrl, findPage: (key: string) => (there.has(key) ? key : undefined) }

describe('where a page lies as a file', () => {
  test.each([
    ['/', 'index.html'], ['/?page=2', 'halaman-page-2/index.html'], ['/2025/03/', '2025/03/index.html'], ['/2025/03/a.html', '2025/03/a.html'],
    ['/2025/03/a.html?komentar=2', '2025/03/a-komentar-2.html'], ['/arsip', 'arsip/index.html'], ['/search/label/Kasih%20%26%20setia', 'search/label/Kasih & setia/index.html'],
    ['/search/label/a%3Fb%25', 'search/label/a_b_/index.html'], ['/feeds/posts/default', 'feeds/posts/default.xml'], ['/sitemap.xml', 'sitemap.xml'], ['/search', null], ['/search?q=x', null],
  ])('%s: %s', (key, file) => expect(fileOf(key)).toBe(file))

  test('and the way to it from another', () => {
    expect(wayTo('index.html', '2025/03/a.html')).toBe('../../index.html')
    expect(wayTo('search/label/Kasih & setia/index.html', 'index.html')).toBe('search/label/Kasih%20%26%20setia/index.html')
  })
})

describe('a page as a file', () => {
  const file = (html: string) => /<body>(.*)<\/body>/s.exec(asFile(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`, page))![1]

  test.each([
    ['<a href="/">x</a>', '<a href="../../index.html">x</a>'],
    ['<a href="/?page=2">x</a>', '<a href="../../halaman-page-2/index.html">x</a>'],
    ['<a href="/arsip?utm_source=wa">x</a>', '<a href="../../arsip/index.html">x</a>'],
    ['<a href="/search">x</a>', '<a href="../../arsip/index.html">x</a>'],
    ['<a href="#comments">x</a>', '<a href="#comments">x</a>'],
    ['<a href="https://renungan.example/#c1">x</a>', '<a href="../../index.html#c1">x</a>'],
    ['<a href="/search/label/Kasih%20%26%20setia">x</a>', '<a href="../../search/label/Kasih%20%26%20setia/index.html">x</a>'],
    // What is not taken along leads to the living site, or where it led anyway.
    ['<a href="/admin">x</a>', '<a href="https://renungan.example/admin">x</a>'],
    ['<a href="/2020/01/gone.html">x</a>', '<a href="https://renungan.example/2020/01/gone.html">x</a>'],
    ['<a href="https://wa.me/?text=x">x</a>', '<a href="https://wa.me/?text=x">x</a>'],
    ['<img src="/media/1/960.webp" srcset="/media/1/480.webp 480w, /media/1/960.webp 960w">', '<img src="../../media/1/960.webp" srcset="../../media/1/480.webp 480w, ../../media/1/960.webp 960w">'],
    ['<p>a</p><script src="/_teduh/reader.js"></script><form action="/api/comments"><input></form><noscript><img src="/api/views/1.gif"></noscript>', '<p>a</p>'],
    ['<script type="application/ld+json">{"a":"\\u003c"}</script>', '<script type="application/ld+json">{"a":"\\u003c"}</script>'],
  ])('%s', (html, expected) => expect(file(html)).toBe(expected))

  test('that is shown at any address has its links from the root', () => {
    const html = asFile('<a href="/arsip">x</a><img src="/media/1/960.webp"><a href="/masuk">y</a>', { ...page, key: '/', isAnywhere: true })
    expect(html).toContain('<a href="/arsip/index.html">x</a><img src="/media/1/960.webp"><a href="https://renungan.example/masuk">y</a>')
  })

  test('names the pages and files that it needs', () => {
    expect(linksIn('<a href="/arsip">x</a><img src="/media/1/960.webp"><a href="/masuk">y</a>', page)).toEqual([
      { kind: 'page', key: '/arsip', hash: '' }, { kind: 'file', path: 'media/1/960.webp' }, { kind: 'other' },
    ])
  })
})
