import { describe, expect, test } from 'vitest'
import { plainTextOfClean, sanitiseAnything, toPlainText } from './html'
import { isClean } from './html-clean'
import { mutations, randomHtml } from './testing/random-html'

const clean = [
  '', 'kata', '<p>Satu <strong>dua</strong> &amp; &lt;tiga&gt;.</p><ul><li>empat<ul><li>lima</li></ul></li></ul><blockquote><p>enam<br />tujuh</p></blockquote><hr />',
  '<figure><a href="https://a.example/?a=1&amp;b=2"><img src="/media/7/960.webp" alt="" width="3" height="2" data-media="7" /></a><figcaption>Laut &amp; "langit"</figcaption></figure>',
  '<p lang="en" dir="ltr"><a id="x" href="#y" title="&quot;a&quot; &gt; b">x</a></p><h2>a</h2><h4>b</h4><pre>a\n  <code>b</code></pre><ol start="3" type="a"><li value="4">x</li></ol>',
  '<table><caption>a</caption><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table><dl><dt>d</dt><dd><p>e</p></dd></dl>',
  '<figure data-youtube="dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>',
]

test.each(clean)('clean at first sight: %s', (html) => {
  expect(isClean(html)).toBe(true)
  expect(sanitiseAnything(html)).toBe(html)
})

describe('nothing that the sanitiser would change is clean', () => {
  test.each([
    '<script>x</script>', '<p onclick="x()">a</p>', '<p style="x">a</p>', '<p class="x">a</p>', '<a href="javascript:x">a</a>', '<a href="//x.example">a</a>', '<a href="/\\x.example">a</a>', '<a href="/\t/x.example">a</a>', '<a href=" javascript:x">a</a>',
    '<img src="data:image/png;base64,x" alt="" />', '<img src=x onerror=x>', '<iframe src="https://a"></iframe>', '<a href="https://a" href="javascript:x">a</a>', '<p><p>a</p></p>', '<p>a', 'a</p>', '<b><i>a</b></i>', '<p><div>a</div></p>',
    '<figure data-youtube="x&quot;onload=x"></figure>', '<a href="https://a" data-youtube="dQw4w9WgXcQ">a</a>', '<svg></svg>', '<P>a</P>', '<p >a</p>', '<p/>', '<br>', '<p title=a>x</p>', "<p title='a'>x</p>", '<!-- a -->', '<td>a</td>', '<li>a</li>',
    '&nbsp;', '&quot;', '&', '&#60;script&#62;', 'a > b', '<', ' a', '<p\0>a</p>', '<toString>', '<constructor>a</constructor>', '<p __proto__="x">a</p>', '<p constructor="x">a</p>',
  ])('%s', (html) => {
    expect(isClean(html)).toBe(false)
  })

  test('thousands of texts, and thousands that were clean before something happened to them', () => {
    const cleaned = randomHtml(2000, 3).map(sanitiseAnything)
    const all = [...cleaned, ...mutations([...clean, ...cleaned], 6000, 4)]
    const found = all.filter(isClean)
    expect(found.length).toBeGreaterThan(1000)
    expect(all.length - found.length).toBeGreaterThan(1000)
    for (const html of found) {
      expect(sanitiseAnything(html)).toBe(html)
      // With a comment it goes the long way.
      expect(plainTextOfClean(html)).toBe(toPlainText(`${html}<!-- -->`))
    }
  })
})
