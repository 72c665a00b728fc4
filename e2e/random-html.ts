/** HTML as people, old blogs and other programs have left it, made by chance; the same for the same seed. */
export function randomHtml(seed: number): string {
  let state = seed * 2654435761
  let words = 0
  const below = (max: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state % max
  }
  const one = <T>(things: readonly T[]): T => things[below(things.length)]!
  const some = (max: number, make: () => string) => Array.from({ length: 1 + below(max) }, make).join('')
  const word = () => `kata${seed}n${words++}`
  const attributes = () => one(['', '', '', '', ' class="separator"', ' style="text-align: center"', ' lang="en"', ' dir="rtl"', ' onclick="x()"'])

  const inline = (depth = 0): string => {
    const inside = () => (depth > 2 ? word() : some(3, () => inline(depth + 1)))
    return one([
      () => word(), () => `${word()} ${word()}`, () => ` ${word()} `, () => word(), () => `${word()}&nbsp;${word()}`,
      () => `<b>${inside()}</b>`, () => `<em>${inside()}</em>`, () => `<u>${inside()}</u>`, () => `<del>${inside()}</del>`, () => `<code>${word()}</code>`,
      () => `<sup>${word()}</sup>`, () => `<small>${inside()}</small>`, () => `<mark>${inside()}</mark>`, () => `<q>${inside()}</q>`, () => `<cite>${inside()}</cite>`,
      () => `<span lang="he" dir="rtl">${inside()}</span>`, () => `<span style="font-weight: bold; font-family: georgia">${inside()}</span>`,
      () => `<a href="https://contoh.id/${word()}" title="${word()}">${inside()}</a>`, () => `<a href="javascript:alert(1)">${word()}</a>`, () => `<a name="${word()}"></a>`,
      () => `${word()}<br>${word()}`, () => `<img src="/media/1/480.webp" alt="${word()}">`, () => `<font color="red">${inside()}</font>`, () => `${word()}<!-- x -->`, () => `<blink>${word()}</blink>`,
    ])()
  }
  const text = () => some(4, () => inline())
  const block = (depth = 0): string => {
    const blocks = () => (depth > 1 ? `<p>${text()}</p>` : some(3, () => block(depth + 1)))
    return one([
      () => `<p${attributes()}>${text()}</p>`, () => `<p>${text()}</p>`, () => `<div${attributes()}>${text()}</div>`, () => `<div${attributes()}>${blocks()}</div>`, () => `${text()}<br><br>${text()}`,
      () => `<h${1 + below(6)}${attributes()}>${text()}</h${1}>`.replace(/<\/h1>$/, ''), () => `<blockquote>${blocks()}</blockquote>`, () => `<blockquote>${text()}</blockquote>`,
      () => `<ul${attributes()}>${some(3, () => `<li>${text()}</li>`)}</ul>`, () => `<ol start="${below(4)}"${one(['', ' reversed', ' type="a"'])}>${some(3, () => `<li value="${1 + below(9)}">${blocks()}</li>`)}</ol>`,
      () => `<ul><li>${text()}<ol><li>${text()}</li></ol></li></ul>`,
      () => `<table><caption>${word()}</caption><tr><th scope="col">${text()}</th><td colspan="2">${text()}</td></tr></table>`, () => `<dl><dt>${text()}</dt><dd>${blocks()}</dd></dl>`,
      () => `<pre>${word()}\n  ${word()} <b>${word()}</b></pre>`, () => `<pre><code>${word()}\n\n ${word()}</code></pre>`, () => '<hr>', () => '<p>&nbsp;</p>', () => '<p></p>', () => '<br>',
      () => `<figure><img src="/media/2/480.webp" alt="" width="480" height="320"><figcaption>${text()}</figcaption></figure>`, () => `<figure><img src="/media/2/480.webp" alt="${word()}"></figure>`,
      () => `<figure><blockquote><p>${text()}</p></blockquote><figcaption>${text()}</figcaption></figure>`, () => `<figure><figcaption>${text()}</figcaption><blockquote>${text()}</blockquote></figure>`,
      () => `<figure><table><tr><td>${word()}</td></tr></table></figure>`, () => `<figure data-youtube="abc_EFG-ijk"><a href="https://www.youtube.com/watch?v=abc_EFG-ijk">${word()}</a></figure>`,
      () => `<iframe src="https://www.youtube.com/embed/abc_EFG-ijk" title="${word()}"></iframe>`, () => `<figure><audio controls src="/rekaman/3/doa.mp3"></audio><figcaption>${word()}</figcaption></figure>`, () => '<audio src="/rekaman/3/doa.mp3"></audio>',
      () => `<div class="separator"><a href="https://contoh.id/${word()}.jpg"><img src="/media/1/480.webp"></a></div>`, () => `<script>${word()}</script>`, () => `<custom-box>${text()}</custom-box>`, () => `<center>${text()}</center>`,
    ])()
  }
  return some(7, () => block())
}
