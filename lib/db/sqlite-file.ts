import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Prisma } from './generated/sqlite/client'

// What each connection to the SQLite file does alike, with Prisma in front of it or without.

/** How long a statement may wait for another process, in ms. In WAL reads wait only for another's recovery. */
const busyTimeout = 5000

/** How long a transaction may wait for another process to finish writing, in ms. */
const patience = 15_000

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

/**
 * Begins a transaction as soon as no other process writes; waits beside everything else.
 *
 * @param begin throws what `isBusy` knows while another writes; thrown on when that takes too long
 */
export async function beginWhenFree(begin: () => unknown, isBusy: (error: unknown) => boolean): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    try {
      await begin()
      return
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      await wait(2 + Math.random() * 8)
    }
  }
}

/** Rows of a query, as SQLite has them. @param client with `rememberStatements` */
export function rowsFrom<Row>(client: Database, query: Prisma.Sql): Row[] {
  const statement = client.prepare(query.sql).bind(query.values)
  const names = statement.columns().map(({ name }) => name)
  return (statement.raw().all() as unknown[][]).map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]])) as Row)
}
