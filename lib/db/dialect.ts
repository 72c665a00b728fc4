import { engine } from './engine'
import { Prisma } from './generated/sqlite/client'
import type { Tx } from './transaction'

// The SQL that differs between the engines, and nothing else.

/** Channel on which PostgreSQL tells the other instances what to forget. */
export const purgeChannel = 'teduh_purge'

/** Delivered to listeners when the transaction commits; PostgreSQL only. */
export async function notifyPurge(tx: Tx, message: { origin: string; tags: string[] }): Promise<void> {
  // A notice holds 8,000 bytes; whoever touched more than fits has changed everything.
  const json = JSON.stringify(message)
  const text = json.length < 7000 ? json : JSON.stringify({ origin: message.origin, tags: ['settings'] })
  await tx.$executeRaw`SELECT pg_notify(${purgeChannel}, ${text})`
}

/**
 * Lets only one transaction at a time, in all processes, go on past this line for `name`.
 * On SQLite every transaction holds the one write lock already.
 */
export async function exclusive(tx: Tx, name: string): Promise<void> {
  if (engine === 'postgresql') await tx.$executeRaw(exclusiveLock(name))
}

/** The lock of `exclusive`, until the transaction ends; PostgreSQL only. */
export function exclusiveLock(name: string): Prisma.Sql {
  return Prisma.sql`SELECT pg_advisory_xact_lock(hashtext(${name}))`
}

/** Statements of which none needs what another has written, as one: what costs is the way to the server. PostgreSQL only. */
export function asOneStatement(statements: Prisma.Sql[]): Prisma.Sql {
  const parts = statements.map((statement, i) => Prisma.sql`${Prisma.raw(`"s${i}"`)} AS (${statement})`)
  return Prisma.sql`WITH ${Prisma.join(parts)} SELECT 1`
}

/** A text that holds `word`, in capitals or not. SQLite's LIKE never minds. */
export function holds(word: string): { contains: string } {
  return { contains: word, ...(engine === 'postgresql' && { mode: 'insensitive' as const }) }
}

type ColumnType = 'int' | 'text'

/**
 * Rows as a table to select from, named `as`, for statements that write many at once: one parameter, however
 * many rows. Columns keep their names; the types are as in PostgreSQL.
 */
export function rowsOf<C extends Record<string, ColumnType>>(rows: Record<keyof C, string | number>[], columns: C, as: string): Prisma.Sql {
  const json = JSON.stringify(rows)
  const names = Object.keys(columns)
  // Names and types come from the code, never from a visitor.
  if (engine === 'postgresql') {
    const types = names.map((name) => `"${name}" ${columns[name]}`).join(', ')
    return Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS ${Prisma.raw(`"${as}"(${types})`)}`
  }
  const fields = names.map((name) => `json_extract("value", '$.${name}') AS "${name}"`).join(', ')
  return Prisma.sql`(SELECT ${Prisma.raw(fields)} FROM json_each(${json})) AS ${Prisma.raw(`"${as}"`)}`
}
