import { engine as ownEngine, type Engine } from '@/lib/db/client'
import { readMigrations, type MigrationFile } from '@/lib/db/migration-files'
import { BackupError } from './error'
import type { Manifest, Table } from './format'

/**
 * The migrations that make a database such as the backup's. Its rows go in there, and what came later is applied
 * to them as it is to any site that is brought up to date. @throws BackupError when this code is the older one
 */
export function migrationsOf({ migrations, app }: Pick<Manifest, 'migrations' | 'app'>, engine: Engine = ownEngine): MigrationFile[] {
  const ours = readMigrations(engine)
  const files = ours.slice(0, migrations.length)
  if (files.length === migrations.length && files.every(({ name }, i) => name === migrations[i])) return files
  throw new BackupError(`The backup was made by a newer or another version of Teduh (${app}): restore it with that version.`)
}

/** @throws BackupError when the tables are not as the manifest tells them */
export function checkTables(manifest: Manifest, tables: Table[]): void {
  const shape = (all: Table[]) => JSON.stringify(all.map(({ name, columns }) => [name, columns.map((column) => [column.name, column.type, column.key])]))
  if (shape(manifest.tables) !== shape(tables)) throw new BackupError('The backup is damaged: its tables are not those of its version.')
}
