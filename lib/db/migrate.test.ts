import { beforeEach, describe, expect, test, vi } from 'vitest'
import { freshPostgres, freshSqlite, type FreshDatabase } from '@/lib/testing/fresh-database'
import { startProcess } from '@/lib/testing/other-process'
import { engine } from './client'
import { migrate, MigrationError, pendingMigrations } from './migrate'
import { readMigrations } from './migration-files'

const files = readMigrations(engine)
const names = files.map(({ name }) => name)
const later = (sql: string) => ({ name: '29990101000000_later', sql, checksum: 'x' })

let database: FreshDatabase
beforeEach(async () => {
  database = engine === 'sqlite' ? freshSqlite() : await freshPostgres()
})

const count = async (table: string) => Number((await database.rows(`SELECT count(*) AS n FROM "${table}"`))[0]!.n)
const addUser = `INSERT INTO "User" ("name", "slug", "updatedAt") VALUES ('Ana', 'ana', '2026-01-01T00:00:00.000+00:00')`
const sentence = /^[A-Z][^\n]*\.$/

/** Fails until a migration is in the middle of its slow statement. */
async function isUnderWay() {
  if (engine === 'sqlite') {
    await expect(database.run('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE')).rejects.toThrow(/locked/)
  } else {
    const asleep = `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%Extra%' AND wait_event = 'PgSleep'`
    expect(await database.rows(asleep)).toHaveLength(1)
  }
}

async function refusal(options: Parameters<typeof migrate>[0]): Promise<string> {
  const error = await migrate({ open: database.open, ...options }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(MigrationError)
  expect((error as Error).message).toMatch(sentence)
  return (error as Error).message
}

describe('migrate', () => {
  test('makes an empty database what the models say, once', async () => {
    expect(await pendingMigrations({ open: database.open })).toEqual(names)
    expect(await migrate({ open: database.open })).toEqual({ applied: names, backup: null })
    expect(await migrate({ open: database.open })).toEqual({ applied: [], backup: null })
    expect(await pendingMigrations({ open: database.open })).toEqual([])
  })

  test('keeps its notes so that Prisma’s own tools agree', async () => {
    await migrate({ open: database.open })
    expect(await database.prisma()).toEqual({
      diff: '',
      diagnosis: { editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null },
    })
    const [note] = await database.rows('SELECT * FROM _prisma_migrations ORDER BY migration_name')
    expect(note).toMatchObject({ migration_name: names[0], checksum: files[0]!.checksum, logs: null })
    expect(Number(note!.applied_steps_count)).toBe(1)
  })

  test('lets several that start at once each find it done', async () => {
    const code = `import { migrate } from '@/lib/db/migrate'; await migrate()`
    const all = await Promise.all(Array.from({ length: 4 }, () => startProcess(code, database.env)))
    await Promise.all(all.map((one) => one.done))
    expect(await count('_prisma_migrations')).toBe(names.length)
  })

  test('one that fails changes nothing, says so and works once it is mended', async () => {
    await migrate({ open: database.open })
    await database.run(addUser)
    const broken = later(
      `CREATE TABLE "Extra" ("id" INTEGER); UPDATE "User" SET "name" = 'X'; UPDATE "Nothing" SET "x" = 1;`,
    )
    const said = await refusal({ files: [...files, broken] })
    expect(said).toMatch(/29990101000000_later failed and changed nothing: .*Nothing/)
    expect(await database.rows('SELECT "name" FROM "User"')).toEqual([{ name: 'Ana' }])
    await expect(count('Extra')).rejects.toThrow(/Extra/)
    const mended = later('CREATE TABLE "Extra" ("id" INTEGER);')
    expect((await migrate({ open: database.open, files: [...files, mended] })).applied).toEqual([mended.name])
  })

  test('refuses a database that is newer than the code', async () => {
    await migrate({ open: database.open, files: [...files, later('SELECT 1;')] })
    expect(await refusal({})).toMatch(/newer than this version of Teduh \(it has 29990101000000_later\)/)
  })

  test('refuses when an applied migration was edited', async () => {
    await migrate({ open: database.open })
    const edited = files.map((file, i) => ({ ...file, checksum: i === 0 ? 'other' : file.checksum }))
    expect(await refusal({ files: edited })).toContain(`${names[0]} was changed after it had been applied`)
  })

  test('killed in the middle it leaves everything as it was', async () => {
    await migrate({ open: database.open })
    await database.run(addUser)
    const slow = engine === 'sqlite'
      ? 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000000) SELECT max(x) FROM n;'
      : 'SELECT pg_sleep(2);'
    const half = later(`UPDATE "User" SET "name" = 'X'; CREATE TABLE "Extra" ("id" INTEGER); ${slow}`)
    const other = await startProcess(
      `import { migrate } from '@/lib/db/migrate'
       import { readMigrations } from '@/lib/db/migration-files'
       await migrate({ files: [...readMigrations('${engine}'), ${JSON.stringify(half)}] })`,
      database.env,
    )
    await vi.waitFor(isUnderWay, { timeout: 10_000 })
    other.kill()
    expect(await other.ended).toBeNull()
    expect(await pendingMigrations({ open: database.open })).toEqual([])
    expect(await database.rows('SELECT "name" FROM "User"')).toEqual([{ name: 'Ana' }])
    await expect(count('Extra')).rejects.toThrow(/Extra/)
  })
})
