import { describe, expect, it } from 'vitest'
import { searchTextOf, snippetOf } from './snippet'

describe('snippetOf', () => {
  it('keeps a short text whole', () => expect(snippetOf('<p>Satu.</p><p>Dua &amp; tiga.</p>')).toBe('Satu. Dua & tiga.'))

  it('cuts at a word and leaves no comma behind', () => {
    const cut = snippetOf(`<p>${'kata, '.repeat(60)}</p>`)
    expect(cut.length).toBeLessThanOrEqual(201)
    expect(cut).toMatch(/kata…$/)
  })

  it('cuts one endless word without halving a letter', () => {
    const cut = snippetOf(`<p>x${'🙏'.repeat(150)}</p>`)
    expect(cut).toMatch(/^x(?:🙏)+…$/u)
  })
})

it('search finds what follows the text too', () => {
  const text = searchTextOf({ title: '', natsRef: '', natsText: '', bacaan: '', body: '<p>Isi</p>', pertanyaan: 'SIAPA?', doa: 'Ya Bapa', lagu: 'KJ 36' })
  expect(text).toBe('isi\nsiapa?\nya bapa\nkj 36')
})

it('search finds what was written in any form of letter', () => {
  const text = searchTextOf({ title: 'JEBAKAN ﬁrman', natsRef: 'Amsal 10:9', natsText: 'Siapa', bacaan: '', body: '<p>Isi<br>nya</p>' })
  expect(text).toBe('jebakan firman\namsal 10:9\nsiapa\nisi nya')
})
