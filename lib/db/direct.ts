import { setImmediate as turn } from 'node:timers/promises'
import { db, engine } from './client'
import { asOneStatement } from './dialect'
import type { Prisma } from './generated/sqlite/client'
import { openReader, openTransaction } from './sqlite-adapter'
import { rowsFrom } from './sqlite-file'
import type { Tx } from './transaction'

// Statements that come thousands of times a minute, past Prisma's own work on each, which costs more than SQLite's.
// Those of SQLite hold the thread: between two of them, who waits for a page gets theirs.

/** Rows of a query within `transact`. Booleans come as each engine has them: 1 and 0, or true and false. */
export async function selectRows<Row>(tx: Tx, query: Prisma.Sql): Promise<Row[]> {
  if (engine === 'postgresql') return tx.$queryRaw<Row[]>(query)
  await turn()
  return rowsFrom<Row>(openTransaction(), query)
}

/**
 * Rows of a small query, as of now: for what anybody may ask for thousands of times a second. Whole numbers may come
 * as bigint.
 */
export async function findRows<Row>(query: Prisma.Sql): Promise<Row[]> {
  if (engine === 'postgresql') return db.$queryRaw<Row[]>(query)
  if (!openReader()) await db.$connect()
  return rowsFrom<Row>(openReader()!, query)
}

/**
 * Runs statements within `transact`, of which none needs what another has written: on PostgreSQL in one, since what
 * costs there is the way to the server.
 */
export async function runTogether(tx: Tx, statements: Prisma.Sql[]): Promise<void> {
  if (statements.length === 0) return
  if (engine === 'postgresql') {
    await tx.$executeRaw(asOneStatement(statements))
    return
  }
  for (const { sql, values } of statements) {
    openTransaction().prepare(sql).bind(values).run()
    await turn()
  }
}
