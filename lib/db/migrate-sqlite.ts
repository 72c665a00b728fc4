import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { databaseFile } from './client'
import type { MigrationTarget } from './migrate'
import { setPragmas } from './sqlite-adapter'

// As Prisma's engine makes it.
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

export function openSqliteTarget(file = databaseFile()): MigrationTarget {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const database = new BetterSqlite(file)
  if (isNew) chmodSync(file, 0o600)
  setPragmas(database)
  // Two processes that start at once: the second waits for the first.
  database.pragma('busy_timeout = 30000')

  return {
    async applied() {
      database.exec(migrationsTable)
      return database
        .prepare<[], { name: string; checksum: string; finished: 0 | 1 }>(
          `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
           FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
        )
        .all()
        .map(({ name, checksum, finished }) => ({ name, checksum, finished: finished === 1 }))
    },

    backUp: (before) => copyVerified(database, join(dirname(file), 'backups', `before-${before}-${Date.now()}.db`)),

    async apply({ name, sql, checksum }) {
      // Rebuilding a table drops it, which must not cascade. The PRAGMA does nothing inside a transaction.
      database.pragma('foreign_keys = OFF')
      const run = database.transaction(() => {
        if (database.prepare('SELECT 1 FROM _prisma_migrations WHERE migration_name = ? AND rolled_back_at IS NULL').get(name)) return
        const now = Date.now()
        database.exec(sql)
        const broken = database.pragma('foreign_key_check') as { table: string }[]
        if (broken.length > 0) throw new Error(`rows of ${broken[0]!.table} would point to nothing`)
        database
          .prepare(
            `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
             VALUES (?, ?, ?, ?, ?, 1)`,
          )
          .run(randomUUID(), checksum, name, now, now)
      })
      try {
        run.immediate()
      } finally {
        database.pragma('foreign_keys = ON')
      }
    },

    async close() {
      database.close()
    },
  }
}

/** @returns the copy's path, once it has been read through and holds as many rows */
async function copyVerified(database: Database, path: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  await database.backup(path)
  chmodSync(path, 0o600)
  const copy = new BetterSqlite(path, { readonly: true })
  try {
    const sound = copy.pragma('integrity_check', { simple: true }) === 'ok'
    const tables = copy.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[]
    const count = (of: Database, table: string) => of.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
    if (!sound || tables.some((table) => count(copy, table) !== count(database, table))) {
      throw new Error('the copy made before the migration differs from the database')
    }
  } finally {
    copy.close()
  }
  return path
}
