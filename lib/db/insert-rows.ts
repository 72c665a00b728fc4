import { engine } from './client'
import { Prisma } from './generated/sqlite/client'
import type { Tx } from './transaction'

/** Types as in PostgreSQL; an enum by its name in quotes. */
export type ColumnTypes = Record<string, 'int' | 'text' | 'boolean' | 'timestamp' | `"${string}"`>
type Value = string | number | boolean | Date | null | undefined

/**
 * Inserts many rows in one statement with one parameter. Prisma's own way binds each value of each row, which for
 * thousands of long texts costs more than writing them. Gives the new ids, by the column `by`.
 */
export async function insertRows<C extends ColumnTypes>(tx: Tx, table: string, columns: C, rows: Record<keyof C, Value>[], by?: keyof C & string): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const names = Prisma.raw(Object.keys(columns).map((name) => `"${name}"`).join(', '))
  const json = JSON.stringify(rows.map(plain))
  const insert = Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) ${engine === 'postgresql' ? recordsOf(columns, json) : extractsOf(columns, json)}`
  if (!by) {
    await tx.$executeRaw(insert)
    return new Map()
  }
  const made = await tx.$queryRaw<{ id: number; by: string }[]>`${insert} RETURNING "id", ${Prisma.raw(`"${by}"`)} AS "by"`
  return new Map(made.map(({ id, by }) => [by, Number(id)]))
}

// Names and types come from the code, never from a visitor.

function recordsOf(columns: ColumnTypes, json: string): Prisma.Sql {
  const names = Object.keys(columns)
  const types = names.map((name) => `"${name}" ${columns[name] === 'timestamp' ? 'timestamp(3)' : columns[name]}`).join(', ')
  return Prisma.sql`SELECT ${Prisma.raw(names.map((name) => `"${name}"`).join(', '))} FROM jsonb_to_recordset(${json}::jsonb) AS "row"(${Prisma.raw(types)})`
}

/** Each row is taken out once and then asked for its columns; json_each would write it anew for each of them. */
function extractsOf(columns: ColumnTypes, json: string): Prisma.Sql {
  const fields = Object.keys(columns).map((name) => `json_extract("row", '$.${name}')`).join(', ')
  return Prisma.sql`SELECT ${Prisma.raw(fields)} FROM (SELECT "value" AS "row" FROM json_each(${json}) LIMIT -1 OFFSET 0) WHERE true`
}

function plain(row: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asJson(value)]))
}

/** Times as Prisma writes them on SQLite, and PostgreSQL reads them; texts as both can hold them. */
function asJson(value: Value): Value {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : (value ?? null)
}
