import { beforeAll, describe, expect, test } from 'vitest'
import { freshPostgres, freshSqlite } from '@/lib/testing/fresh-database'
import type { Schema } from '@/lib/testing/schema'
import { describePostgres } from '@/lib/testing/schema-of-postgres'
import { describeSqlite } from '@/lib/testing/schema-of-sqlite'
import { engine } from './client'
import { migrate } from './migrate'
import { readMigrations } from './migration-files'

/** On SQLite a word is one of a list by a CHECK; PostgreSQL has a type for it. */
const isList = (check: string) => check.endsWith('_known')

// Both are needed, so this runs where there is a PostgreSQL.
describe.runIf(engine === 'postgresql')('the two engines, each migrated for real', () => {
  let sqlite: Schema
  let postgres: Schema

  beforeAll(async () => {
    const [one, other] = [freshSqlite(), await freshPostgres()]
    await migrate({ files: readMigrations('sqlite'), open: one.open })
    await migrate({ files: readMigrations('postgresql'), open: other.open })
    sqlite = await describeSqlite(one.rows)
    postgres = await describePostgres(other.rows)
  })

  test('have the same migrations', () => {
    const names = (of: 'sqlite' | 'postgresql') => readMigrations(of).map(({ name }) => name)
    expect(names('sqlite')).toEqual(names('postgresql'))
  })

  test('have the same tables and columns, empty where they may be', () => {
    expect(sqlite.columns.length).toBeGreaterThan(100)
    expect(sqlite.columns).toEqual(postgres.columns)
  })

  test('have the same keys and indexes', () => {
    expect(sqlite.indexes.length).toBeGreaterThan(40)
    expect(sqlite.indexes).toEqual(postgres.indexes)
  })

  test('have the same references', () => {
    expect(sqlite.references.length).toBeGreaterThan(15)
    expect(sqlite.references).toEqual(postgres.references)
  })

  test('have the same checks by name', () => {
    expect(sqlite.checks.filter((check) => !isList(check))).toEqual(postgres.checks.filter((check) => !isList(check)))
  })

  test('allow the same words where only some are allowed', () => {
    // A post in the trash came from anywhere but the trash: a list on SQLite, a type and a check on PostgreSQL.
    const trashedFrom = 'Post.trashedFrom: '
    expect(postgres.checks).toContain('Post_trashedFrom_known')
    const without = (words: string[]) => words.filter((line) => !line.startsWith(trashedFrom))
    expect(without(sqlite.words)).toEqual(without(postgres.words))
    expect(sqlite.words).toContain(`${trashedFrom}draft, published, review, scheduled, withdrawn`)
  })
})
