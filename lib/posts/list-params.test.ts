import { expect, it } from 'vitest'
import { listQuery, readListParams } from './list-params'

it('reads what a list is narrowed to', () => {
  expect(readListParams('post', { keadaan: 'draft', q: ' sabar ', penulis: '3', label: 'Doa', hal: '2' })).toEqual({
    filter: { kind: 'post', status: 'draft', query: 'sabar', authorId: 3, label: 'Doa' }, page: 2, trashed: undefined,
  })
})

it('takes nonsense for nothing', () => {
  const { filter, page } = readListParams('post', { keadaan: 'x', q: ['a', 'b'], penulis: '-1', label: ['x'], hal: '0' })
  expect([filter, page]).toEqual([{ kind: 'post', status: undefined, query: undefined, authorId: undefined, label: undefined }, 1])
})

it('writes it back', () => {
  expect(listQuery({})).toBe('')
  expect(listQuery({ status: 'draft', query: 'a b', authorId: 3, label: 'C&D' }, 2)).toBe('?keadaan=draft&q=a+b&penulis=3&label=C%26D&hal=2')
})
