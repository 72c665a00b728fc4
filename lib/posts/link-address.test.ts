import { expect, it } from 'vitest'
import { tidyHref } from './link-address'

it.each([
  ['contoh.id', 'https://contoh.id'],
  [' https://contoh.id/a?b=c#d ', 'https://contoh.id/a?b=c#d'],
  ['http://contoh.id', 'http://contoh.id'],
  ['contoh.id:8080/a', 'https://contoh.id:8080/a'],
  ['/p/tentang.html', '/p/tentang.html'],
  ['#catatan', '#catatan'],
  ['saya@contoh.id', 'mailto:saya@contoh.id'],
  ['mailto:saya@contoh.id', 'mailto:saya@contoh.id'],
  ['tel:+628123', 'tel:+628123'],
])('%s means %s', (typed, href) => expect(tidyHref(typed)).toBe(href))

it.each(['', '  ', 'dua kata', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', '//contoh.id', '/\\contoh.id', 'file:///etc/passwd', 'katasaja'])(
  '%j is no address',
  (typed) => expect(tidyHref(typed)).toBeNull(),
)
