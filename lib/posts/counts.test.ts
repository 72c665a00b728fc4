import { expect, test } from 'vitest'
import { listenToStatements, scansOf, statementsOf } from '@/lib/testing/query-plans'
import { makeLabel, makePage, makePost } from '@/lib/testing/builders'
import { countPostsByYear, listLabelsInUse } from './queries'

listenToStatements()

/** Noon in the blog's zone. */
const on = (date: string) => new Date(`${date}T05:00:00Z`)

test('public posts are counted by year and month, over the turn of a year and before 1970 too', async () => {
  const dates = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2024-02-29', '1969-12-31']
  for (const date of dates) await makePost({ published: on(date) })
  await makePost()
  await makePage({ published: on('2026-03-01') })
  expect(await countPostsByYear()).toEqual([
    { year: 2026, months: [{ month: 2, posts: 1 }, { month: 1, posts: 2 }], posts: 3 },
    { year: 2025, months: [{ month: 12, posts: 1 }], posts: 1 },
    { year: 2024, months: [{ month: 2, posts: 1 }], posts: 1 },
    { year: 1969, months: [{ month: 12, posts: 1 }], posts: 1 },
  ])
})

test('labels come by name with their public posts; those of drafts alone do not', async () => {
  await makePost({ published: true, labels: ['Pengharapan', 'iman'] })
  await makePost({ published: true, labels: ['iman'] })
  await makePost({ labels: ['Kasih'] })
  await makeLabel('Tanpa renungan')
  expect(await listLabelsInUse()).toEqual([{ name: 'iman', posts: 2 }, { name: 'Pengharapan', posts: 1 }])
})

test('an index is counted, and no table is read', async () => {
  const statements = await statementsOf(() => Promise.all([countPostsByYear(), listLabelsInUse()]))
  expect(statements).toHaveLength(2)
  for (const sql of statements) expect([sql, await scansOf(sql)]).toEqual([sql, []])
})
