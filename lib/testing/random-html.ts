/** The same numbers at every run: a fault that one of them finds has to be found again. */
export function chance(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0
    const once = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
    return ((twice ^ (twice >>> 14)) >>> 0) % below
  }
}

const tags =
  'b strong i em u s strike ins big tt del sub sup small mark cite q code pre p div center section article details summary h1 h2 h5 ul ol li dl dt dd table caption thead tbody tr td th ' +
  'figure figcaption blockquote span font abbr kbd o:p ruby rt textarea select option button xmp noscript template svg math title custom-x'
const pieces = [
  ...tags.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<br>', '<hr>', '<br />', '<plaintext>', '<!-- c -->', '<![CDATA[x]]>', '<script>x</script>', '<style>y</style>',
  'kata ', ' ', '\n', '\r', '\t', '\0', '\u00a0\u00a0', '&nbsp;', '&amp;', '&lt;b', '&quot;', '&#39;', '&', '<', '>', '"', "'", '</', '<a', '<img', '=', '😀', '\ud83d', 'é', '• satu', '<br>• dua',
  '<p style="x" dir="rtl" lang="id">', '<p title="">', '<p onclick="x()">', '<b style="font-weight:normal">', '<strong style="font-weight: 400">', '<span style="font-weight:bold;font-style:italic">', '<span lang="IN">', '<font color="red">',
  '<td colspan="2">', '<th scope="row">', '<ol start="3" type="a" reversed>', '<ol reversed="">', '<li value="2">', '<x:y z="1">',
  '<a href="https://a.example/?a=1&amp;b=2">', '<a href="/2012/01/a.html" title="&quot;a&quot; > b">', '<a href="//x">', '<a href="javascript:x">', '<a href=" java\tscript:1">', '<a href="/&#9;/x">', '<a href="mailto:a@b">', '<a name="x">', '<a id="y" href="#y">', '</a>',
  '<img src="https://a/b.jpg">', '<img src="https://a/b.jpg" alt="a&quot;b<c" width="2" height="x">', '<img src="javascript:x" alt="">', `<img src="data:image/png;base64,iVBORw0KGgo${'A'.repeat(400)}">`,
  '<figure data-youtube="dQw4w9WgXcQ">', '<figure lang="id" data-youtube="dQw4w9WgXcQ">', '<a href="x" data-youtube="dQw4w9WgXcQ">', '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>', '<iframe src="https://peta.example/x"></iframe>',
  '<audio src="/rekaman/3/a.mp3"></audio>', '<audio controls preload="none" src="/rekaman/3/a.mp3">', '<video><source src="https://a/b.mp4"></video>', '<object data="https://a/x.swf"><p>kata</p></object>', '<svg><a xlink:href="javascript:1">x</a></svg>',
  '<table class="tr-caption-container"><tr><td><img src="https://a/c.jpg"></td></tr><tr><td class="tr-caption">Foto</td></tr></table>',
]

/** Texts that nobody would write, of everything that has a meaning in HTML. */
export function randomHtml(many: number, seed = 1): string[] {
  const next = chance(seed)
  return Array.from({ length: many }, () => Array.from({ length: 1 + next(16) }, () => pieces[next(pieces.length)]).join(''))
}

/** Texts that differ a little from one of `texts`: something is gone, or stands twice, or something strange was put in. */
export function mutations(texts: string[], many: number, seed = 1): string[] {
  const next = chance(seed)
  return Array.from({ length: many }, () => {
    let text = texts[next(texts.length)]!
    for (let left = 1 + next(3); left > 0; left--) {
      const at = next(text.length + 1)
      const end = at + next(30)
      const put = [pieces[next(pieces.length)]!, '', text.slice(at, end).repeat(2), ' style="font-weight:normal"', ' onclick="x"', '"', '/'][next(7)]!
      text = text.slice(0, at) + put + text.slice(next(2) === 0 ? at : end)
    }
    return text
  })
}
