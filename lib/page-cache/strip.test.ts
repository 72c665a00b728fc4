import { describe, expect, it } from 'vitest'
import { readerStarter, setReaderScriptPath } from '@/lib/reader-script'
import { hasHoles, stripRuntime } from './strip'

setReaderScriptPath('/_teduh/reader-AB.js')
const starter = readerStarter()!.code

describe('stripRuntime', () => {
  it('takes out scripts, flight data and what fetches scripts ahead', () => {
    const html =
      '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
      '<link rel="modulepreload" href="/_next/static/chunks/b.js"/><script src="/_next/static/chunks/c.js" async=""></script>' +
      '<title>Damai</title></head><body><div hidden=""><!--$--><!--/$--></div><p>Satu<!-- -->dua</p>' +
      '<script>self.__next_f.push([1,"\\u003c/script>"])</script></body>'
    expect(stripRuntime(html)).toBe('<head><title>Damai</title></head><body><p>Satudua</p></body>')
  })

  it('leaves styles, structured data, our own script and other links', () => {
    const html =
      '<link rel="preload" as="image" href="/media/1.webp"/><style>p{color:red}</style>' +
      `<script type="application/ld+json">{"a":"\\u003cscript>"}</script><script>${starter}</script>`
    expect(stripRuntime(html)).toBe(html)
  })

  it('takes out a script that only claims to be ours', () => {
    expect(stripRuntime(`<script data-x="/_teduh/">x</script><script src="/_teduh/a.js"></script><script>${starter};alert(1)</script><script></script>`)).toBe('')
  })

  it('leaves what an author wrote about scripts', () => {
    const html = '<p title="&lt;script&gt;">&lt;script&gt;alert(1)&lt;/script&gt; <!-- kept --></p>'
    expect(stripRuntime(html)).toBe(html)
  })
})

it('sees a hole that only a script would fill', () => {
  expect(hasHoles('<template id="B:0"></template>')).toBe(true)
  expect(hasHoles('<div hidden="" id="S:0">late</div>')).toBe(true)
  expect(hasHoles('<p>whole</p>')).toBe(false)
})
