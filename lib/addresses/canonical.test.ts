import { expect, test } from 'vitest'
import { canonicalAddress, labelPath } from './canonical'

const reader = (key: string) => ({ kind: 'reader', key })
const moved = (location: string) => ({ kind: 'redirect', location, status: 301 })

test.each([
  ['/', reader('/')],
  ['/?m=1', reader('/')],
  ['/?page=1', reader('/')],
  ['/?page=3&utm_source=wa&fbclid=x', reader('/?page=3')],
  ['/?page=-3', reader('/')],
  ['/?page=1e9', reader('/')],
  ['/2025/03/jebakan-media-sosial.html', reader('/2025/03/jebakan-media-sosial.html')],
  ['/2025/03/jebakan-media-sosial.html?showComment=1742180000000#c1', reader('/2025/03/jebakan-media-sosial.html')],
  ['/2025/03/jebakan-media-sosial.html/', moved('/2025/03/jebakan-media-sosial.html')],
  ['//2025///03/jebakan-media-sosial.html', moved('/2025/03/jebakan-media-sosial.html')],
  ['/2025/03', moved('/2025/03/')],
  ['/2025', moved('/2025/')],
  ['/2025/03/', reader('/2025/03/')],
  ['/2025/03/17', moved('/2025/03/17/')],
  ['/search/label/Integritas', reader('/search/label/Integritas')],
  ['/search/label/Integritas/?m=1', moved('/search/label/Integritas?m=1')],
  ['/search/label/Doa%20Pagi', reader('/search/label/Doa%20Pagi')],
  ['/search/label/A/B', moved('/search/label/A%2FB')],
  ['/search/label/A%2fB', reader('/search/label/A%2FB')],
  ['/search/label/A%2FB', reader('/search/label/A%2FB')],
  ["/search/label/Jum'at", reader('/search/label/Jum%27at')],
  ['/search?q=sabar', reader('/search?q=sabar')],
  ['/search?m=1&q=%20sabar%20', reader('/search?q=sabar')],
  ['/search?updated-max=2025-03-12T00:00:00%2B07:00&max-results=20', reader('/search?updated-max=2025-03-11T17%3A00%3A00.000Z')],
  ['/search?updated-max=2025-03-12T00:00:00+07:00', reader('/search?updated-max=2025-03-11T17%3A00%3A00.000Z')],
  ['/search?updated-max=kemarin&max-results=20', reader('/search')],
  ['/terpopuler/7-hari?m=1&label=Doa', reader('/terpopuler/7-hari?label=Doa')],
  ['/?label=Doa', reader('/')],
  ['/admin', { kind: 'other' }],
  ['/administrasi', reader('/administrasi')],
  ['/api/views', { kind: 'other' }],
  ['/favicon.ico', reader('/favicon.ico')],
  ['/robots.txt', reader('/robots.txt')],
  ['/%00', { kind: 'bad' }],
  ['/%E0%A4%A', { kind: 'bad' }],
  ['http://elsewhere.example/', { kind: 'bad' }],
])('%s', (url, expected) => {
  expect(canonicalAddress(url.split('#')[0]!)).toEqual(expected)
})

test('where a redirect leads, nothing redirects again', () => {
  for (const url of ['//a//b/', '/2025', '/search/label/A/B', '/p/Tentang.html/', '/search/label/%2F%2f']) {
    const first = canonicalAddress(url)
    if (first.kind === 'redirect') expect(canonicalAddress(first.location).kind).toBe('reader')
  }
})

test('an address that begins with two slashes never leads to another host', () => {
  expect(canonicalAddress('//evil.example/a/')).toEqual(moved('/evil.example/a'))
  expect(canonicalAddress('/\\evil.example')).toEqual(reader('/%5Cevil.example'))
})

test("a label's address holds any name", () => {
  expect(labelPath('Doa & Puasa/50%')).toBe('/search/label/Doa%20%26%20Puasa%2F50%25')
  for (const name of ['Integritas', 'A/B', '50%', "Jum'at", '日本', 'a+b', '.', '..']) {
    expect(canonicalAddress(labelPath(name))).toEqual(reader(labelPath(name)))
  }
})
