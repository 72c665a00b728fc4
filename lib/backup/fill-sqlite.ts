import BetterSqlite, { type Database } from 'better-sqlite3'
import { migrate } from '@/lib/db/migrate'
import { openSqliteTarget } from '@/lib/db/migrate-sqlite'
import type { Archive } from './archive'
import { BackupError } from './error'
import type { Manifest, Table } from './format'
import type { Row, Value } from './row'
import { tablesOf } from './snapshot-sqlite'
import { checkTables, migrationsOf } from './stamp'

/** Makes a database of the backup's version in a new file, with its rows; `secret` is kept elsewhere on SQLite. */
export async function fillSqlite(file: string, archive: Archive): Promise<void> {
  await migrate({ files: migrationsOf(archive.manifest, 'sqlite'), open: () => openSqliteTarget(file) })
  const database = new BetterSqlite(file)
  try {
    // Nobody else has this file, and it is put on the disk when it is whole.
    database.pragma('synchronous = OFF')
    database.pragma('foreign_keys = OFF')
    database.exec('BEGIN')
    checkTables(archive.manifest, tablesOf(database))
    for (const table of archive.manifest.tables) await fillTable(database, table, archive)
    setSequences(database, archive.manifest)
    const [broken] = database.pragma('foreign_key_check') as { table: string }[]
    if (broken) throw new BackupError(`The backup is damaged: a row of ${broken.table} points to nothing.`)
    database.exec('COMMIT')
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new BackupError(`The backup is damaged: ${(error as Error).message}.`)
    throw error
  } finally {
    database.close()
  }
}

/** One file without a log beside it, on the disk: only then may it take its place. */
export function settle(file: string): void {
  const database = new BetterSqlite(file)
  database.pragma('synchronous = FULL')
  database.pragma('journal_mode = DELETE')
  database.close()
}

async function fillTable(database: Database, table: Table & { rows: number }, archive: Archive) {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = database.prepare(`INSERT INTO "${table.name}" (${names}) VALUES (${table.columns.map(() => '?').join(', ')})`)
  let rows = 0
  for await (const batch of archive.rows(table)) {
    for (const row of batch) insert.run(table.columns.map(({ name }) => stored(row[name]!, table, name)))
    rows += batch.length
  }
  if (rows !== table.rows) throw new BackupError(`The backup is damaged: ${table.name} has ${rows} rows in place of ${table.rows}.`)
}

/** As Prisma writes it, since times are compared as text. */
function stored(value: Row[string], table: Table, name: string): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  const isTime = value !== null && table.columns.find((column) => column.name === name)!.type === 'time'
  return isTime ? String(value).replace('Z', '+00:00') : value
}

function setSequences(database: Database, { sequences, tables }: Manifest) {
  for (const { name } of tables.filter(({ name }) => sequences[name] !== undefined)) {
    const { changes } = database.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(sequences[name], name)
    if (!changes) database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, sequences[name])
  }
}
