import { describe, expect, it } from 'vitest'
import { parseTree } from '@/lib/html-tree/parse'
import type { Tree } from '@/lib/html-tree/tree'
import { headerLength } from './chat-headers'
import { readFixtures, type Fixture } from './fixture'
import { readNats } from './field-labels'
import { readPaste } from './read'

const paste = ({ html, text }: Pick<Fixture, 'html' | 'text'>) => readPaste({ html: html === null ? null : parseTree(html), text })
const fromText = (text: string) => readPaste({ html: null, text })
const compact = (html: string) => html.replace(/>\n</g, '><')

describe.each(readFixtures())('$name', (fixture) => {
  it('comes out clean', () => expect(compact(paste(fixture).html)).toBe(compact(fixture.result)))

  it('is offered to the fields it names', () => {
    expect(paste(fixture).offers.map(({ label, values }) => ({ label, values }))).toEqual(fixture.fields)
  })

  it('loses no word', () => {
    const before = fixture.html === null ? withoutHeaders(fixture.text) : parseTree(fixture.html).map(visible).join('')
    expect(wordsOf(parseTree(paste(fixture).html).map(visible).join(''))).toEqual(wordsOf(before))
  })

  it('comes out the same when it is pasted once more', () => {
    const { html } = paste(fixture)
    const again = readPaste({ html: parseTree(html), text: '' })
    // What has no form but its lines is read as a chat; its signs were taken the first time.
    if (/<(?!\/?(?:p|br)\b)/.test(html)) expect(again.html).toBe(html)
  })
})

/** What somebody reads there: without what is hidden and what is no text. */
function visible(tree: Tree): string {
  if (typeof tree === 'string') return tree
  const isAway = /^(?:script|style|title|noscript)$/.test(tree.tag) || 'hidden' in tree.attrs || /display:\s*none/.test(tree.attrs.style ?? '')
  const isMarker = /mso-list:Ignore/.test(tree.attrs.style ?? '')
  if (isAway || isMarker) return ' '
  const inside = tree.children.map(visible).join('')
  return /^(?:b|i|u|s|em|strong|span|a|sup|sub|font|code|ins)$/.test(tree.tag) ? inside : ` ${inside} `
}

function withoutHeaders(text: string): string {
  return text.split('\n').map((line) => line.slice(headerLength(line))).join('\n')
}

/** Words without the signs that became form. */
function wordsOf(text: string): string[] {
  const tidy = text.replace(/^\s*(?:>|[-*]\s|\d{1,2}[.)](?:\s|(?=\p{L})))/gmu, ' ').replace(/[*_~`•\-–]/g, '')
  return tidy.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^\d{1,2}[.)]$/.test(word))
}

describe('marks of a chat', () => {
  it.each([
    ['*a* b', '<p><strong>a</strong> b</p>'],
    ['a*b*c', '<p>a*b*c</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['(*a*), "_b_"!', '<p>(<strong>a</strong>), "<em>b</em>"!</p>'],
    ['*a\nb*', '<p>*a<br>b*</p>'],
    ['*_~a~_*', '<p><strong><em><s>a</s></em></strong></p>'],
    ['**', '<p>**</p>'],
    ['*** ada ***', '<p>*** ada ***</p>'],
    ['_a_b_', '<p><em>a_b</em></p>'],
    ['`*a*`', '<p><code>*a*</code></p>'],
    ['*Bold*: x', '<p><strong>Bold</strong>: x</p>'],
    ['<b>x</b> & y', '<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>'],
  ])('%j', (text, html) => expect(fromText(text).html).toBe(html))
})

describe('headers of a chat', () => {
  it.each([
    '[23/11 05.12] Ibu Rina: isi', '[23/11/26, 05.12.33] Pdt. Samuel: isi', '[23/11/2026 05:12] +62 812-3456-7890: isi', '[05.12, 23/11/2026] ~ Yohana: isi',
    '[11/23/26, 5:12:33\u202fAM] Budi: isi', '\u200e[23/11/26 05.12.33] Budi: isi', '23/11/26 05.12 - Ibu Rina: isi', '23/11/2026, 05:12 - Budi S.: isi', '[23.11.26, 05:12] Ana 🌻: isi',
    '23/11/26 pukul 05.12 - Rina: isi', '2026-11-23 05:12 - Rina: isi',
  ])('%s', (line) => expect(fromText(line).html).toBe('<p>isi</p>'))

  it.each(['[catatan] Budi: isi', '[23/11] Budi: isi', 'Pukul 05.12 - Budi: isi', '23/11/26 Budi: isi', '[23/11 05.12] tanpa nama'])('%s is none', (line) => {
    expect(fromText(line).html).toBe(`<p>${line}</p>`)
  })
})

describe('readNats', () => {
  it.each([
    ['Amsal 10:9', { natsRef: 'Amsal 10:9' }],
    ['1 Korintus 13:4-7', { natsRef: '1 Korintus 13:4-7' }],
    ['Kidung Agung 2:1', { natsRef: 'Kidung Agung 2:1' }],
    ['“Aku ini.” (Yoh. 6:20 TB)', { natsRef: 'Yoh. 6:20', natsText: '“Aku ini.”' }],
    ['Filipi 4:13 (TB)', { natsRef: 'Filipi 4:13 (TB)' }],
    ['Mazmur 23: TUHAN gembalaku', { natsRef: 'Mazmur 23', natsText: 'TUHAN gembalaku' }],
    ['Roma 12:2 – Berubahlah', { natsRef: 'Roma 12:2', natsText: 'Berubahlah' }],
    ['Yohanes 15:5\nTinggallah', { natsRef: 'Yohanes 15:5', natsText: 'Tinggallah' }],
    ['“Tinggallah di dalam Aku”', { natsText: '“Tinggallah di dalam Aku”' }],
  ])('%s', (text, nats) => expect(readNats(text)).toEqual(nats))
})

it.each([
  ['1. a\n   lanjutan\n2. b', '<ol><li><p>a<br>lanjutan</p></li><li><p>b</p></li></ol>'],
  ['1. a\n   2. b', '<ol><li><p>a</p></li><li><p>b</p></li></ol>'],
  ['- a\n  - b\n- c', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>'],
  ['1. a\n  - b\n2. c', '<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>'],
  ['1. a', '<p>1. a</p>'],
  ['• a', '<ul><li><p>a</p></li></ul>'],
])('lists: %j', (text, html) => expect(fromText(text).html).toBe(html))

it('finds where a verse stands under its words', () => {
  expect(fromText('*Ayat Emas:*\n_“Akulah pokok anggur.”_\n*(Yohanes 15:5)*\n\nShalom').offers[0]!.values).toEqual({ natsRef: 'Yohanes 15:5', natsText: '“Akulah pokok anggur.”' })
})

it('offers nothing where a word only happens to begin a sentence', () => {
  for (const text of ['Doa itu penting.', 'Ayat 3 berbicara lain.', 'Bacaan kita banyak.', 'Lagu lama terdengar.', 'Pertanyaan yang sulit']) {
    expect(fromText(text).offers).toEqual([])
  }
})

it('tells of pictures that stay where they are', () => {
  const { html, pictures } = paste({ html: '<p>a</p><img src="https://lain.example/x.jpg"><img src="/media/7/960.webp" alt="Laut" data-media="7">', text: '' })
  expect(pictures).toEqual(['https://lain.example/x.jpg'])
  expect(html).toBe('<p>a</p><img src="/media/7/960.webp" alt="Laut" data-media="7">')
})
