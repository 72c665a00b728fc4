import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { full, isDiskFull, sentenceFor } from './start-error'

test('a full disk is known from what files, SQLite and Prisma say of it, and from nothing else', () => {
  const database = new Database(':memory:')
  database.pragma('max_page_count = 2')
  let said: unknown
  try {
    database.exec('CREATE TABLE a (b); CREATE TABLE c (d); CREATE TABLE e (f)')
  } catch (error) {
    said = error
  }
  database.close()
  const byPrisma = Object.assign(new Error(`Invalid query:\n${(said as Error).message}`), { code: 'P2010' })
  const byFile = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  for (const error of [said, byPrisma, byFile]) expect([isDiskFull(error), sentenceFor(error, '/data')]).toEqual([true, full])
  for (const error of [null, 'full', new Error('the list is full'), Object.assign(new Error(), { code: 'ENOENT' })]) expect(isDiskFull(error)).toBe(false)
})
