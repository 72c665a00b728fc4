import { readFileSync } from 'node:fs'
import { parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { fixture } from '../fixture'
import { quickParse } from './quick-parse'

const pieces = [
  'kata ', ' ', '  dua kata lagi', '\n', '\r\n', '\r', '\t', '&amp;', '&nbsp;', '&', '&#0;', '\0', '😀 hati', '\ud83d', '&lt;b', '<b>', '</b>', '<p>', '</p>', '<div>', '</div>', '<table>', '<tr>', '<td>', '</td>',
  '</table>', '<pre>', '</pre>', '<textarea>', '</textarea>', '<select>', '<option>', '</select>', '<svg>', '</svg>', '<![CDATA[x y]]>', '<!-- a b -->', '<script>a b</script>', '<style> a </style>', '<ul><li>', '</ul>', '<a href="a b">', '</a>', '<br>', '<template>',
  '</template>', '<caption>', '<colgroup> ', '<frameset> x', '<head> y', '<body> z', '<math> q w', '<',
]

/** The same texts at every run. */
function* texts(): Generator<string> {
  let seed = 7
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  for (let i = 0; i < 3000; i++) yield Array.from({ length: 1 + random(14) }, () => pieces[random(pieces.length)]).join('')
}

test('a text becomes the tree that the parser makes of it, whatever is in it', () => {
  for (const html of texts()) expect({ html, tree: serialize(quickParse(html)) }).toEqual({ html, tree: serialize(parseFragment(html)) })
  const long = readFileSync(fixture('blogger-old-renungan.xml'), 'utf8').repeat(20)
  expect(serialize(quickParse(long))).toBe(serialize(parseFragment(long)))
})
