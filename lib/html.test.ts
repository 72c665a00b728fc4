import { describe, expect, test } from 'vitest'
import { renderBody, sanitiseBody, toPlainText } from './html'

describe('sanitiseBody', () => {
  test.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="java&#x09;script:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
    ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img />'],
    ['<svg><script>alert(1)</script></svg><p>a</p>', '<p>a</p>'],
    ['<math><mi xlink:href="javascript:1">b</mi></math>', 'b'],
    ['<iframe src="https://example.org"></iframe><p>a</p>', '<p>a</p>'],
    ['<p style="position:fixed">a</p>', '<p>a</p>'],
    ['<base href="//evil.example"><p>a</p>', '<p>a</p>'],
    ['<form action="/x"><input name="q"></form>', ''],
    ['<h1>Judul</h1>', '<h2>Judul</h2>'],
    ['<a href="//evil.example">a</a>', '<a>a</a>'],
  ])('%s', (dirty, clean) => {
    expect(sanitiseBody(dirty)).toBe(clean)
  })

  test('what is clean stays as it is, the second time too', () => {
    const body = '<p>Satu <strong>dua</strong>.</p><ul><li>tiga</li></ul><blockquote><p>empat</p></blockquote>'
    expect(sanitiseBody(sanitiseBody(body))).toBe(body)
  })
})

describe('renderBody', () => {
  test('sets runs of capitals a size down, in text only', () => {
    expect(renderBody('<p title="A">LIHAT BAGAIMANA PENULIS, MUSISI dan A</p>')).toBe(
      '<p><span class="caps">LIHAT BAGAIMANA PENULIS, MUSISI</span> dan A</p>',
    )
    expect(renderBody('<p>R&amp;B &lt;B&gt; &amp;AMP;</p>')).toContain('&amp;')
    expect(renderBody('<a href="/ABC">abc</a>')).toBe('<a href="/ABC">abc</a>')
  })

  test('loads the first picture at once and the others when they are near', () => {
    const html = renderBody('<img src="https://a.example/1.jpg"><img src="https://a.example/2.jpg">')
    expect(html.match(/loading="lazy"/g)).toHaveLength(1)
  })

  test('gives a picture of ours the widths that exist', () => {
    const html = renderBody('<img src="/media/7/960.webp" data-media="7" alt="Laut">', [
      { id: 7, width: 1440, height: 960, widths: [480, 960, 1440] },
    ])
    expect(html).toMatch(/srcset="[^"]*480w[^"]*"/)
    expect(html).toContain('width="1440"')
    expect(html).toContain('alt="Laut"')
  })
})

test('toPlainText keeps words apart that stand in different blocks', () => {
  expect(toPlainText('<p>satu</p><p>dua<br>tiga &amp; R&amp;B</p><script>no</script>')).toBe('satu dua tiga & R&B')
})
