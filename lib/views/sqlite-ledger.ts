import { databaseFile } from '@/lib/db/database-file'
import { beginWhenFree, rowsFrom, setPragmas } from '@/lib/db/sqlite-file'
import { rememberStatements } from '@/lib/db/statements'
import type { Ledger, LedgerStore } from './ledger'

/** It may hold its thread: for the disk and for other writers, as long as it takes. */
export async function openSqliteLedgers(): Promise<LedgerStore> {
  const { default: Database } = await import('better-sqlite3')
  const client = new Database(databaseFile(), { fileMustExist: true })
  setPragmas(client)
  rememberStatements(client)
  const ledger: Ledger = {
    rows: async (query) => rowsFrom(client, query),
    run: async (statements) => {
      for (const { sql, values } of statements) client.prepare(sql).bind(values).run()
    },
  }
  return {
    async write(run) {
      await beginWhenFree(() => client.exec('BEGIN IMMEDIATE'), isBusy)
      try {
        const result = await run(ledger)
        client.exec('COMMIT')
        return result
      } finally {
        if (client.inTransaction) client.exec('ROLLBACK')
      }
    },
    close: async () => void client.close(),
  }
}

const isBusy = (error: unknown) => (error as { code?: string }).code === 'SQLITE_BUSY'
