import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** The transaction in which hits are written down; what it reads must not be counted by anybody else meanwhile. */
export type Ledger = {
  rows: <Row>(query: Prisma.Sql) => Promise<Row[]>
  /** Statements of which none needs what another has written. */
  run: (statements: Prisma.Sql[]) => Promise<void>
}

/** A connection of its own for ledgers, one at a time, past Prisma. */
export type LedgerStore = {
  /** Resolves when all that `run` wrote is on disk; nothing is written when it throws. */
  write: <Result>(run: (ledger: Ledger) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}
