import BetterSqlite, { type Database } from 'better-sqlite3'
import { databaseFile } from '@/lib/db/database-file'
import { isLeftOut, type Column, type Table } from './format'
import type { Row, Value } from './row'
import { byName, keyOf, type Snapshot } from './snapshot'

const batch = 500

/** A read transaction of WAL: it sees one moment and keeps nobody from writing. */
export function openSqliteSnapshot(file = databaseFile()): Snapshot {
  const database = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: 30_000 })
  database.exec('BEGIN')
  const tables = tablesOf(database)
  return {
    // The first read is where the moment begins.
    migrations: database.prepare<[], string>('SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY 1').pluck().all(),
    tables,
    sequences: sequencesOf(database, tables),
    async *rows(table) {
      const key = keyOf(table).map(({ name }) => `"${name}"`).join(', ')
      let rows: Row[] = []
      for (const row of database.prepare<[], Row>(`SELECT ${table.columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table.name}" ORDER BY ${key}`).iterate()) {
        rows.push(portable(row, table))
        if (rows.length < batch) continue
        yield rows
        rows = []
      }
      yield rows
    },
    async close() {
      database.close()
    },
  }
}

export function tablesOf(database: Database): Table[] {
  const names = database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all()
  return names.filter((name) => !isLeftOut(name)).map((name) => ({ name, columns: columnsOf(database, name) })).toSorted(byName)
}

function columnsOf(database: Database, table: string): Column[] {
  const rows = database.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: number; pk: number }[]
  return rows.map(({ name, type, notnull, pk }) => ({ name, type: typeOf(type), isNullable: !notnull && !pk, key: pk })).toSorted(byName)
}

function typeOf(declared: string): Column['type'] {
  if (/^(INTEGER|BIGINT|INT)/i.test(declared)) return 'int'
  if (/^(REAL|DOUBLE)/i.test(declared)) return 'real'
  if (/^BOOLEAN/i.test(declared)) return 'bool'
  if (/^DATETIME/i.test(declared)) return 'time'
  if (/^TEXT/i.test(declared)) return 'text'
  throw new Error(`a backup knows no column of the type ${declared}`)
}

function sequencesOf(database: Database, tables: Table[]): Record<string, number> {
  const rows = database.prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence').all()
  return Object.fromEntries(rows.filter(({ name }) => tables.some((table) => table.name === name)).toSorted(byName).map(({ name, seq }) => [name, seq]))
}

function portable(row: Row, { columns }: Table): Row {
  return Object.fromEntries(columns.map(({ name, type }) => [name, portableValue(row[name]!, type)]))
}

function portableValue(value: Value, type: Column['type']): Value {
  if (value === null) return null
  if (type === 'bool') return value === 1
  if (type !== 'time') return value
  // Prisma writes ISO 8601; a default of SQLite's own has a space and no zone, and means UTC.
  return new Date(typeof value === 'string' && !/[zZ+]|-\d\d:\d\d$/.test(value.slice(10)) ? `${value.replace(' ', 'T')}Z` : (value as string)).toISOString()
}
