import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshPostgres, freshSqlite, type FreshDatabase } from '@/lib/testing/fresh-database'
import { startProcess } from '@/lib/testing/other-process'
import { engine } from './client'
import { migrate } from './migrate'
import { readMigrations } from './migration-files'

const files = readMigrations(engine)
const names = files.map(({ name }) => name)

describe('an upgrade from the first migration', () => {
  const at = `'2026-01-01T00:00:00.000+00:00'`
  let database: FreshDatabase

  beforeEach(async () => {
    database = engine === 'sqlite' ? freshSqlite() : await freshPostgres()
    await migrate({ open: database.open, files: files.slice(0, 1) })
    await database.run(`
      INSERT INTO "User" ("id", "name", "slug", "updatedAt") VALUES (1, 'Ana', 'ana', ${at});
      INSERT INTO "Post" ("id", "authorId", "title", "updatedAt") VALUES (1, 1, 'Sabar', ${at});
      INSERT INTO "Comment" ("id", "postId", "name", "body") VALUES (1, 1, 'Budi', 'Amin'), (9, 1, 'Cici', 'Hilang');
      INSERT INTO "Comment" ("id", "postId", "parentId", "name", "body") VALUES (2, 1, 1, 'Ana', 'Terima kasih');
      INSERT INTO "DiscardedHits" ("postId", "day", "reason", "hits")
        VALUES (NULL, 5, 'bot', 1), (NULL, 5, 'bot', 2), (NULL, 5, 'staff', 4), (NULL, 5, 'bot', 3), (1, 5, 'bot', 7);
      DELETE FROM "Comment" WHERE "id" = 9;`)
  })

  test('keeps the data, and makes one row of hits that were in several', async () => {
    expect((await migrate({ open: database.open })).applied).toEqual(names.slice(1))
    expect(await database.rows('SELECT "id", "parentId", "body" FROM "Comment" ORDER BY "id"')).toEqual([
      { id: 1, parentId: null, body: 'Amin' },
      { id: 2, parentId: 1, body: 'Terima kasih' },
    ])
    expect(await database.rows('SELECT "postId", "reason", "hits" FROM "DiscardedHits" ORDER BY "hits"')).toEqual([
      { postId: null, reason: 'staff', hits: 4 },
      { postId: null, reason: 'bot', hits: 6 },
      { postId: 1, reason: 'bot', hits: 7 },
    ])
    expect((await database.prisma()).diff).toBe('')
  })

  test.runIf(engine === 'sqlite')('gives no comment the number of one that is gone', async () => {
    await migrate({ open: database.open })
    await database.run(`INSERT INTO "Comment" ("postId", "name", "body") VALUES (1, 'Dedi', 'Baru')`)
    expect(await database.rows('SELECT max("id") AS id FROM "Comment"')).toEqual([{ id: 10 }])
  })

  test.runIf(engine === 'sqlite')('makes a copy first: whole, of one file, for its owner alone', async () => {
    const { backup } = await migrate({ open: database.open })
    const folder = join(database.env.TEDUH_DATA, 'backups')
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([backup])
    expect(statSync(backup!).mode & 0o777).toBe(0o600)
    const copy = new BetterSqlite(backup!, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT count(*) FROM "DiscardedHits"').pluck().get()).toBe(5)
    expect(copy.prepare('SELECT migration_name FROM _prisma_migrations').pluck().all()).toEqual(names.slice(0, 1))
    copy.close()
  })

  test.runIf(engine === 'sqlite')('loses nothing that another process writes meanwhile', async () => {
    const writer = await startProcess(
      `import { transact } from '@/lib/db/transaction'
       import { disconnect } from '@/lib/db/client'
       for (let n = 0; n < 40; n++) {
         await transact((tx) => tx.label.create({ data: { name: 'label ' + n, nameKey: '' } }))
         if (n === 5) console.log('writing')
         await new Promise((resolve) => setTimeout(resolve, 10))
       }
       await disconnect()`,
      database.env,
    )
    await writer.says('writing')
    await migrate({ open: database.open })
    await writer.done
    expect(await database.rows('SELECT count(*) AS n FROM "Label"')).toEqual([{ n: 40 }])
  })
})
