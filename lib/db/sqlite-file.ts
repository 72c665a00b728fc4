import type { Database } from 'better-sqlite3'
import type { Prisma } from './generated/sqlite/client'

// What each connection to the SQLite file does alike, with Prisma in front of it or without.

/** How long a statement may wait for another process, in ms. In WAL reads wait only for another's recovery. */
const busyTimeout = 5000

/** How long a transaction may wait for another process to finish writing, in ms. */
export const patience = 15_000

/** WAL and FULL: what was acknowledged survives a power cut. */
export function setPragmas(client: Database): void {
  client.pragma(`busy_timeout = ${busyTimeout}`)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('cache_size = -8000')
  // A large import leaves no large file behind.
  client.pragma('journal_size_limit = 67108864')
}

/** Rows of a query, as SQLite has them. @param client with `rememberStatements` */
export function rowsFrom<Row>(client: Database, query: Prisma.Sql): Row[] {
  const statement = client.prepare(query.sql).bind(query.values)
  const names = statement.columns().map(({ name }) => name)
  return (statement.raw().all() as unknown[][]).map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]])) as Row)
}
