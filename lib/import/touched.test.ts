import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

/** The names of all that servers were told to forget while `run` ran. */
async function touchedBy(run: () => Promise<unknown>): Promise<Set<string>> {
  const last = await db.purge.findFirst({ orderBy: { id: 'desc' } })
  await run()
  const rows = await db.purge.findMany({ where: { id: { gt: last?.id ?? 0 } } })
  return new Set(rows.flatMap(({ tags }) => JSON.parse(tags) as string[]))
}

test('posts that come in leave the pages of others in memory; what the blog is called, pages and changed posts do not', async () => {
  expect(await touchedBy(() => bring(fileOf(oldFeed(oldEntry({ id: '1' })))))).toContain('settings')

  const more = await touchedBy(() => bring(fileOf(oldFeed(oldEntry({ id: '1' }), oldEntry({ id: '2' })))))
  expect(more).not.toContain('settings')
  for (const tag of ['lists', 'labels', 'comments', 'popular']) expect(more).toContain(tag)

  const changed = await touchedBy(() => bring(fileOf(oldFeed(oldEntry({ id: '1', title: 'Lain' })))))
  const { id } = await db.post.findUniqueOrThrow({ where: { externalId: '1' } })
  expect(changed).not.toContain('settings')
  expect(changed).toContain(`post:${id}`)

  expect(await touchedBy(() => bring(fileOf(oldFeed(oldEntry({ id: '3', kind: 'page', path: '/p/tentang.html' })))))).toContain('settings')
})
