import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { databaseFile } from './database-file'
import type { MigrationTarget } from './migrate'
import { setPragmas } from './sqlite-file'
import { copyVerified, rowCounts } from './sqlite-copy'

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

/** Two processes that start at once: the second waits so long for the first, in ms. */
const patience = 30_000

/** Makes the file when it is missing. */
export function openSqliteTarget(file = databaseFile()): MigrationTarget {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const database = new BetterSqlite(file, { timeout: patience })
  if (isNew) chmodSync(file, 0o600)
  setPragmas(database)
  database.pragma(`busy_timeout = ${patience}`)

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

    async backUp(before) {
      const holdsSomething = rowCounts(database).some(([table]) => !/^(sqlite_|_prisma_)/.test(table))
      if (!holdsSomething) return null
      const time = new Date().toISOString().replace(/[-:]/g, '')
      const copy = join(dirname(file), 'backups', `before-${before}-${time}.db`)
      // A server that still runs waits with its writing until the copy is made.
      database.exec('BEGIN IMMEDIATE')
      try {
        await copyVerified(file, copy)
      } finally {
        database.exec('ROLLBACK')
      }
      return copy
    },

    async apply({ name, sql, checksum }) {
      // Rebuilding a table drops it, which must not cascade. The PRAGMA does nothing inside a transaction.
      database.pragma('foreign_keys = OFF')
      const done = database.prepare(
        'SELECT 1 FROM _prisma_migrations WHERE migration_name = ? AND rolled_back_at IS NULL',
      )
      const note = database.prepare(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      const run = database.transaction(() => {
        // Another process was quicker.
        if (done.get(name)) return
        const startedAt = Date.now()
        database.exec(sql)
        const broken = database.pragma('foreign_key_check') as { table: string }[]
        if (broken.length > 0) throw new Error(`rows of ${broken[0]!.table} would point to nothing`)
        note.run(randomUUID(), checksum, name, startedAt, Date.now())
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
