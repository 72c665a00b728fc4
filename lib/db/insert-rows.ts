import { engine } from './client'
import { Prisma } from './generated/sqlite/client'
import { openTransaction } from './sqlite-adapter'
import type { Tx } from './transaction'

/** Types as in PostgreSQL; an enum by its name in quotes. */
export type ColumnTypes = Record<string, 'int' | 'text' | 'boolean' | 'timestamp' | `"${string}"`>
type Value = string | number | boolean | Date | null | undefined
type Row = Record<string, Value>

/**
 * Inserts many rows as each engine does it quickest. Prisma's own way takes every value of every row through several
 * hands, which for thousands of long texts costs more than writing them. Gives the new ids, by the column `by`.
 */
export async function insertRows<C extends ColumnTypes>(tx: Tx, table: string, columns: C, rows: Record<keyof C, Value>[], by?: keyof C & string): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  return engine === 'postgresql' ? insertRecords(tx, table, columns, rows, by) : insertEach(table, Object.keys(columns), rows, by)
}

// Names and types come from the code, never from a visitor.

/** One statement with one parameter: what costs is the way to the server. */
async function insertRecords(tx: Tx, table: string, columns: ColumnTypes, rows: Row[], by?: string): Promise<Map<string, number>> {
  const names = Object.keys(columns)
  const types = names.map((name) => `"${name}" ${columns[name] === 'timestamp' ? 'timestamp(3)' : columns[name]}`).join(', ')
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, wellFormed(plain(row[name]))]))))
  const insert = Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" (${quoted(names)}) SELECT ${quoted(names)}`)} FROM jsonb_to_recordset(${json}::jsonb) AS "row"(${Prisma.raw(types)})`
  if (!by) {
    await tx.$executeRaw(insert)
    return new Map()
  }
  const made = await tx.$queryRaw<{ id: number; by: string }[]>`${insert} RETURNING "id", ${Prisma.raw(`"${by}"`)} AS "by"`
  return new Map(made.map(({ id, by }) => [by, Number(id)]))
}

/** A statement prepared once and run for each row: there is no way to go, and nothing has to be written as JSON. */
function insertEach(table: string, names: string[], rows: Row[], by?: string): Map<string, number> {
  const insert = openTransaction().prepare(`INSERT INTO "${table}" (${quoted(names)}) VALUES (${names.map(() => '?').join(', ')})`)
  const ids = new Map<string, number>()
  for (const row of rows) {
    const { lastInsertRowid } = insert.bind(names.map((name) => forSqlite(row[name]))).run()
    if (by) ids.set(String(row[by]), Number(lastInsertRowid))
  }
  return ids
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ')

/** Times as Prisma writes them on SQLite, and PostgreSQL reads them; texts as both can hold them. */
function plain(value: Value): Exclude<Value, Date | undefined> {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : (value ?? null)
}

/** Half a letter is none in JSON for PostgreSQL; SQLite gets the sign for one in its place anyway. */
function wellFormed<T>(value: T): T | string {
  return typeof value === 'string' ? value.toWellFormed() : value
}

function forSqlite(value: Value): string | number | null {
  const kept = plain(value)
  return typeof kept === 'boolean' ? Number(kept) : kept
}
