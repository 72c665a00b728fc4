import { describe, expect, test } from 'vitest'
import { cleanHtml } from './clean'

const clean = (html: string) => cleanHtml(html).html

describe('old HTML comes out clean and whole', () => {
  test.each<[string, string, string]>([
    ['a picture in a box, linked to itself', '<div class="separator" style="clear:both"><a href="https://1.bp.blogspot.com/-x/s1600-h/a.jpg" imageanchor="1"><img src="https://1.bp.blogspot.com/-x/s320/a.jpg" width="320" height="240" border="0"></a></div>', '<figure><img src="https://1.bp.blogspot.com/-x/s800/a.jpg" alt="" width="320" height="240" /></figure>'],
    ['a picture that links elsewhere', '<a href="https://lain.example/"><img src="https://lh3.googleusercontent.com/abc=w320-h214" alt="Laut"></a>', '<figure><a href="https://lain.example/"><img src="https://lh3.googleusercontent.com/abc=s800" alt="Laut" width="320" height="214" /></a></figure>'],
    ['a caption table', '<table class="tr-caption-container"><tr><td><a href="https://2.bp.blogspot.com/s1600/b.jpg"><img data-original-height="100" data-original-width="200" src="https://2.bp.blogspot.com/s72-c/b.jpg"></a></td></tr><tr><td class="tr-caption">Foto: <i>Ani</i></td></tr></table>', '<figure><img src="https://2.bp.blogspot.com/s800/b.jpg" alt="" width="200" height="100" /><figcaption>Foto: <i>Ani</i></figcaption></figure>'],
    ['a real table', '<table><tr><td>a</td><td><p>b</p></td></tr></table>', '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'],
    ['lines as paragraphs', 'Satu<br><br>Dua<br>dua<br />\n<br /><br/>Tiga', '<p>Satu</p><p>Dua<br />dua</p><p>Tiga</p>'],
    ['boxes', '<div dir="ltr"><div>Satu</div><div><br></div><div><div>Dua</div>tiga</div></div>', '<p>Satu</p><p>Dua</p><p>tiga</p>'],
    ['Word', '<p class="MsoNormal" style="mso-x:y"><span lang="IN" style="font-family:Arial">Kata<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>', '<p>Kata</p>'],
    ['what spans meant', '<span style="font-weight:bold;font-style:italic">x</span> <font color="red">y</font>', '<p><em><strong>x</strong></em> y</p>'],
    ['runs of spaces', 'a&nbsp;&nbsp; &nbsp;b', '<p>a b</p>'],
    ['dots as a list', '<p>Bawa:</p><p>• payung</p><p><span style="white-space:pre">\t</span>· roti<br>· air</p><p>Selesai</p>', '<p>Bawa:</p><ul><li>payung</li><li>roti</li><li>air</li></ul><p>Selesai</p>'],
    ['where it was cut', 'a<a name="more"></a><!--more-->b', '<p>ab</p>'],
    ['a film', '<iframe width="560" src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>', '<figure data-youtube="dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>'],
    ['a film of old', '<object><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ"><embed src="http://www.youtube.com/v/dQw4w9WgXcQ"></object>', '<figure data-youtube="dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>'],
    ['a tracker', 'a<div class="blogger-post-footer"><img width="1" height="1" src="https://blogger.googleusercontent.com/tracker/1-2?l=x"></div>', '<p>a</p>'],
    ['bold around paragraphs', '<b><p>a</p><p>b</p></b>', '<p><b>a</b></p><p><b>b</b></p>'],
    ['a list within a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['marks that do not match', '<b>a <i>b</b> c</i> d', '<p><b>a <i>b</i></b><i> c</i> d</p>'],
    ['a link of any scheme', '<a href="//lain.example/a?b=1&c=2">x</a>', '<p><a href="https://lain.example/a?b=1&amp;c=2">x</a></p>'],
    ['nothing', '&nbsp;<br><div></div>', ''],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected)
    // What is clean stays as it is.
    expect(clean(expected)).toBe(expected)
    expect(cleanHtml(html).lost).toEqual([])
  })
})

test.each([
  '<script>alert(1)</script>x', '<img src=x onerror=alert(1)>x', '<a href="javascript:alert(1)">x</a>', '<a href="jav&#x09;ascript:alert(1)">x</a>', '<a href="&#106;avascript&#58;alert(1)">x</a>', '<a href=" \u0001javascript:alert(1)">x</a>',
  '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<math><mi xlink:href="javascript:alert(1)">x</mi></math>', '<style>@import "//evil"</style>x', '<base href="//evil/">x',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>x', '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>', '<img srcset="https://evil.example/a 1x" src="data:image/svg+xml,<svg onload=alert(1)>">x',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>', '<object data="javascript:alert(1)">x</object>x', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">x', '<template><script>alert(1)</script></template>x', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x', '<!--><img src=x onerror=alert(1)>-->x', '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<a href="vbscript:x">x</a>',
])('hostile %s is harmless', (html) => {
  const { html: out } = cleanHtml(html)
  expect(out).not.toMatch(/<(?:script|style|svg|math|base|iframe|form|object|meta|template|noscript|embed|button)|\son\w+=|srcset|javascript|vbscript|data:|style=/i)
  expect(out).toContain('x')
})

test('words that are lost are named', async () => {
  const { lostWords } = await import('./visible-words')
  expect(lostWords(['Tuhan', 'itu', 'itu', 'baik'], ['Tuhan', 'itu'])).toEqual(['itu', 'baik'])
})

test('buttons, fields and what scripts would have shown keep their words', () => {
  const html = '<input type="button" value="Buka"><div style="display:none">Rahasia</div><select><option>Pilihan</option></select><textarea>Catatan</textarea><marquee>Lari</marquee>'
  const { html: out, lost } = cleanHtml(html)
  for (const word of ['Rahasia', 'Pilihan', 'Catatan', 'Lari']) expect(out).toContain(word)
  expect(lost).toEqual([])
})

test.each([
  ['within the text', `<img src="data:image/png;base64,${'A'.repeat(400)}">x`, 1], ['on somebody’s own disk', '<img src="file:///C:/foto.jpg">x', 1], ['at an incomplete address', '<img src="foto/a.jpg" alt="A">x', 1],
  ['that only keep a place', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">x', 0], ['that come later', `<img src="data:image/gif;base64,R0" data-src="https://x.example/a.jpg">x`, 0], ['that count readers', '<img src="/pixel.gif" width="1" height="1">x', 0],
])('pictures %s are counted as lost only where somebody saw them', (_, html, expected) => {
  expect(cleanHtml(html).lostPictures).toBe(expected)
})

test('marks around boxes around marks come to an end', () => {
  expect(clean('<b><div><b><div>x</div></b> y</div></b>')).toBe('<p><b><b>x</b></b></p><p><b> y</b></p>')
})

test.each([
  ['an item without its list', '<b><li><p>x</p><p>y</p></li></b>', '<p><b>x</b></p><p><b>y</b></p>'],
  ['a cell without its table', '<strike><td><hr>x</td></strike>', '<hr /><p><s>x</s></p>'],
])('marks around %s with blocks in it go around what is in those', (_, html, expected) => {
  expect(clean(html)).toBe(expected)
})

test.each(['<table><tr><td>', '<ul><li>', '<svg><foreignObject>', '<font color=red>', '<figure><figcaption>', '<blockquote>', '<b><div>', '<div>', '<a href="x"><div>'])('%s within itself thousands of times keeps its words and takes no time', (tags) => {
  const { html, lost } = cleanHtml(`${tags.repeat(5000)}kata<script>rahasia</script><p>lagi</p>`)
  expect(html).toMatch(/kata.*\s*.*lagi/s)
  expect(html).not.toContain('rahasia')
  expect(lost).toEqual([])
}, 20_000)

test('tens of thousands of links in a row take no time', () => {
  const began = process.cpuUsage()
  expect(clean('<a href="x">y'.repeat(60_000))).toHaveLength('<p></p>'.length + 60_000 * '<a href="x">y</a>'.length)
  // Looked for among all the others one by one, they take ten times that.
  expect(process.cpuUsage(began).user).toBeLessThan(2_500_000)
}, 60_000)
