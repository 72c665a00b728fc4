import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from './client'

export type MigrationFile = { name: string; sql: string; /** sha-256 of the file, hex, as Prisma's CLI keeps it. */ checksum: string }

/** The migrations of an engine, oldest first, read from the repository's root. */
export function readMigrations(engine: Engine, root = join(process.cwd(), 'prisma')): MigrationFile[] {
  const folder = join(root, engine, 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
