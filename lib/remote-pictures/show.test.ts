import { expect, test } from 'vitest'
import { renderBody } from '@/lib/html'
import { readerPolicy } from '@/lib/server/security-headers'

const site = { siteUrl: 'https://renungan.example', isDevelopment: false }
const url = (name: string) => `https://1.bp.blogspot.com/-x/s0/${name}.jpg`
const img = (name: string, more = '') => `<img src="https://1.bp.blogspot.com/-x/s800/${name}.jpg" alt="Laut"${more} />`
const imagePolicy = (html: string) => /img-src ([^;]*)/.exec(readerPolicy(html, site))![1]

test('a picture of the old blog is shown from there with its size, and only its host may be asked', () => {
  const html = renderBody(img('a', ' width="800" height="450"'), [], undefined, { pictures: [{ url: url('a'), state: 'waiting' }], isOpen: true })
  expect(html).toContain('width="800" height="450" class="elsewhere" referrerpolicy="no-referrer"')
  expect(imagePolicy(html)).toBe("'self' data: https://1.bp.blogspot.com")
})

test('one of unknown size has a box that does not jump', () => {
  expect(renderBody(img('a'), [], undefined, { pictures: [{ url: url('a'), state: 'waiting' }], isOpen: true })).toContain('width="800" height="600" class="elsewhere boxed"')
})

test.each([
  ['that is gone', [{ url: url('a'), state: 'gone' as const }], true],
  ['that nobody knows', [], true],
  ['when the owner closed it', [{ url: url('a'), state: 'waiting' as const }], false],
])('one %s is its words and a link, and no host may be asked', (_, pictures, isOpen) => {
  const html = renderBody(img('a'), [], undefined, { pictures, isOpen })
  expect(html).toBe('<a href="https://1.bp.blogspot.com/-x/s800/a.jpg" rel="nofollow noopener">Laut</a>')
  expect(imagePolicy(html)).toBe("'self' data:")
})

test('an author cannot open the policy by writing the class', () => {
  const html = renderBody('<img class="elsewhere" src="https://evil.example/x.png">', [], undefined, { pictures: [], isOpen: true })
  expect(imagePolicy(html)).toBe("'self' data:")
})
