import { describe, expect, test } from 'vitest'
import { plainTextOfClean, renderBody, sanitiseBody, toPlainText } from './html'

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
    ['<iframe src="https://example.org"></iframe><p>a</p>', '<a href="https://example.org">https://example.org</a><p>a</p>'],
    ['<iframe src="javascript:alert(1)"></iframe><p>a</p>', '<p>a</p>'],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe><p>a</p>', '<p>a</p>'],
    ['<video src="//example.org/a.mp4"></video>', '<a href="https://example.org/a.mp4">https://example.org/a.mp4</a>'],
    ['<audio src="https://example.org/a.mp3" autoplay></audio>', '<a href="https://example.org/a.mp3">https://example.org/a.mp3</a>'],
    ['<audio src="/rekaman/../api/keluar"></audio><p>a</p>', '<p>a</p>'],
    ['<figure data-youtube="&quot;onload=x"><a href="/a">b</a></figure>', '<figure><a href="/a">b</a></figure>'],
    ['<p style="position:fixed">a</p>', '<p>a</p>'],
    ['<base href="//evil.example"><p>a</p>', '<p>a</p>'],
    ['<form action="/x"><input name="q"></form>', ''],
    ['<span style="font-weight: bold; color: red">a</span><span style="font-style:italic">b</span>', '<strong>a</strong><em>b</em>'],
    ['<b style="font-weight:normal">a</b><b style="mso-bidi-font-weight:normal">b</b>', '<span>a</span><b>b</b>'],
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

describe('videos and recordings', () => {
  const figure = '<figure data-youtube="abc_EFG-ijk"><a href="https://www.youtube.com/watch?v=abc_EFG-ijk">Kidung &amp; pagi</a></figure>'

  test.each([
    '<iframe src="https://www.youtube.com/embed/abc_EFG-ijk?rel=0" title="Kidung &amp; pagi" width="320" allowfullscreen>x</iframe>',
    '<iframe title="Kidung & pagi" src="//www.youtube-nocookie.com/embed/abc_EFG-ijk"></iframe>',
    '<object><param name="movie" value="x"><embed title="Kidung & pagi" src="http://www.youtube.com/v/abc_EFG-ijk&amp;hl=en"></object>',
    figure,
  ])('of YouTube stay as a link that can become a player: %s', (html) => {
    expect(sanitiseBody(html)).toBe(figure)
    expect(sanitiseBody(sanitiseBody(html))).toBe(figure)
    expect(renderBody(html)).toBe(figure.replace('<figure ', '<figure class="video" ').replace('class="video" data-youtube="abc_EFG-ijk"', 'data-youtube="abc_EFG-ijk" class="video"'))
  })

  test('a recording of ours is not fetched before it is wanted', () => {
    const own = '<figure><audio controls preload="none" src="/rekaman/3/doa-pagi.mp3"></audio><figcaption>Doa pagi</figcaption></figure>'
    expect(sanitiseBody(own)).toBe(own)
    expect(sanitiseBody('<audio autoplay src="/rekaman/3/doa-pagi.mp3">tidak didukung</audio>')).toMatch(/^<audio controls preload="none" src="\/rekaman\/3\/doa-pagi.mp3">/)
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

test.each([
  '<p>satu</p><p>dua<br>tiga &amp; R&amp;B</p>', '<ul><li>a</li><li>b &lt;i&gt; c</li></ul>', '<p title="a > b">x<a href="https://a.example/?a=1&amp;b=2" title="&gt; y">y</a>&nbsp; z</p>',
  '<table><tr><td>a</td><td>b</td></tr></table><pre>a\n  b</pre><h2>c</h2>d', '1 < 2 > 0', '<figure data-youtube="dQw4w9WgXcQ"><a href="x">y</a></figure>', 'a <b>b</b>c &amp;lt; d', '',
])('what is clean already gives the same words the quick way: %s', (html) => {
  const clean = sanitiseBody(html)
  expect(plainTextOfClean(clean)).toBe(toPlainText(clean))
})

test('toPlainText keeps words apart that stand in different blocks', () => {
  expect(toPlainText('<p>satu</p><p>dua<br>tiga &amp; R&amp;B</p><script>no</script>')).toBe('satu dua tiga & R&B')
})
