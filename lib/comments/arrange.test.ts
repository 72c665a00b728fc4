import { describe, expect, test } from 'vitest'
import { arrange, paginate, type Node } from './arrange'
import { nest, type ThreadRow } from './thread'

const node = (id: number, parentId: number | null = null, status = 'visible'): Node => ({ id, parentId, status })
const ids = (places: { id: number }[]) => places.map(({ id }) => id)

describe('a thread', () => {
  const talk = [node(1), node(2), node(3, 1), node(4, 3), node(5, 1), node(6, 4), node(7, 6)]

  test('is read with each answer after what it answers, at any depth', () => {
    expect(ids(arrange(talk, 'oldest'))).toEqual([1, 3, 4, 6, 7, 5, 2])
    expect(arrange(talk, 'oldest').map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 1, 0])
  })

  test('with the newest first still tells a conversation from its beginning', () => {
    expect(ids(arrange(talk, 'newest'))).toEqual([2, 1, 3, 4, 6, 7, 5])
  })

  test('keeps the place of what is gone while something visible stands below, however deep', () => {
    const gone = [node(1, null, 'deleted'), node(2, 1, 'spam'), node(3, 2), node(4, null, 'deleted'), node(5, 4, 'deleted'), node(6, 3, 'held')]
    expect(ids(arrange(gone, 'oldest'))).toEqual([1, 2, 3])
  })

  test('may go thousands of answers deep', () => {
    const deep = Array.from({ length: 20_000 }, (_, i) => node(i + 1, i || null))
    expect(arrange(deep, 'oldest').at(-1)).toEqual({ id: 20_000, parentId: 19_999, depth: 19_999 })
  })

  test('whose order of ids is not that of time is whole all the same, as after an import', () => {
    expect(ids(arrange([node(9), node(2, 9), node(1, 2), node(5)], 'oldest'))).toEqual([9, 2, 1, 5])
  })
})

describe('pages', () => {
  const flat = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1, parentId: null, depth: 0 }))

  test('hold no more than they should, and nothing is lost', () => {
    const pages = paginate(flat(1000), 50)
    expect(pages).toHaveLength(20)
    expect(ids(pages.flat())).toEqual(ids(flat(1000)))
  })

  test('keep a conversation whole unless it is longer than a page', () => {
    const places = arrange([...Array.from({ length: 8 }, (_, i) => node(i + 1)), node(20, 8), node(21, 8), node(22, 8)], 'oldest')
    expect(paginate(places, 10).map(ids)).toEqual([[1, 2, 3, 4, 5, 6, 7], [8, 20, 21, 22]])
    const long = arrange([node(1), ...Array.from({ length: 24 }, (_, i) => node(i + 2, 1))], 'oldest')
    expect(paginate(long, 10).map((page) => page.length)).toEqual([10, 10, 5])
  })

  test('of nothing is one empty page', () => {
    expect(paginate([], 10)).toEqual([[]])
  })
})

describe('on the page', () => {
  const row = (id: number, parentId: number | null): [number, ThreadRow] =>
    [id, { id, parentId, status: 'visible', name: `Orang ${id}`, body: 'x', userId: null, externalId: null, createdAt: new Date(id) }]
  const rows = new Map([row(1, null), row(2, 1), row(3, 2), row(4, 3), row(5, 4), row(6, 1)])
  const places = arrange([...rows.values()], 'oldest')
  type Told = { id: number; answering: { name: string } | null; replies: Told[] }
  const tell = (comments: Told[]): unknown[] => comments.map(({ id, answering, replies }) => [id, answering?.name ?? null, tell(replies)])

  test('three levels are shown, what lies deeper stands on the third and says whom it answers', () => {
    expect(tell(nest(places, rows))).toEqual([[1, null, [[2, null, [[3, null, []], [4, 'Orang 3', []], [5, 'Orang 4', []]]], [6, null, []]]]])
  })

  test('what goes on from the page before says whom it answers', () => {
    expect(tell(nest(places.slice(2), rows))).toEqual([[3, 'Orang 2', [[4, null, [[5, null, []]]]]], [6, 'Orang 1', []]])
  })
})
