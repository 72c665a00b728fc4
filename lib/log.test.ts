import { expect, it } from 'vitest'
import { tellError, tellPath } from './log'

it.each([
  ['/search?q=nama+orang', '/search'],
  ['/tautan/sandi/abc.def', '/tautan/…'],
  ['/tautan/', '/tautan/'],
  ['//tautan/abc.def/tekan', '/tautan/…'],
  ['/%74autan/abc.def', '/tautan/…'],
  ['/TAUTAN/abc.def', '/tautan/…'],
  ['/pratinjau/tautan/abc_def/media/3/480.webp', '/tautan/…'],
  ['/pratinjau/12', '/pratinjau/12'],
  ['/2025/03/a.html#komentar', '/2025/03/a.html'],
  [`/${'x'.repeat(900)}`, `/${'x'.repeat(199)}`],
])('tells %s as %s', (url, told) => expect(tellPath(url)).toBe(told))

it('tells of a database error only its last line, which holds no data', () => {
  const error = new Error('\nInvalid `db.comment.create()` invocation:\n\n{ data: { body: "rahasia" } }\n\nUnique constraint failed')
  error.name = 'PrismaClientKnownRequestError'
  const told = JSON.stringify(tellError(error))
  expect(told).toContain('Unique constraint failed')
  expect(told).not.toContain('rahasia')
})

it('tells of no error a query, a link, or more than a line', () => {
  const told = JSON.stringify(tellError(new Error('GET /search?q=rahasia failed, /tautan/rahasia too\nbody: rahasia')))
  expect(told).toContain('GET /search?… failed')
  expect(told).not.toContain('rahasia')
})
