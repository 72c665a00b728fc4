import { expect, it } from 'vitest'
import { startProcess } from './other-process'
import { listTestsWithoutDatabase } from './without-database.mjs'

it('a test is run once only where nothing that it imports opens the database', async () => {
  const { withNone, withFiles } = await listTestsWithoutDatabase()
  expect(withNone).toEqual(expect.arrayContaining(['lib/clock.test.ts', 'lib/testing/without-database.test.ts']))
  expect(withFiles).toEqual(expect.arrayContaining(['lib/server/lock.test.ts', 'scripts/teduh.test.ts']))
  expect([...withNone, ...withFiles]).not.toContain('lib/db/transaction.test.ts')
})

it('a test that is run once cannot reach a database after all', async () => {
  const other = await startProcess(`import { db } from '@/lib/db/client'; await db.post.count()`)
  await expect(other.done).rejects.toThrow(/127\.0\.0\.1:1|ECONNREFUSED|reach database/)
})
