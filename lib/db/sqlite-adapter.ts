import type { Database } from 'better-sqlite3'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { processWide } from '@/lib/process-wide'
import { beginWhenFree, setPragmas } from './sqlite-file'
import { rememberStatements } from './statements'
import { Turns } from './turns'

type Connected = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Connected['startTransaction']>>
type Options = { file: string; readonly: boolean }

/**
 * Prisma's adapter, with the PRAGMAs that we rely on, and transactions that take the write lock at their start:
 * what a transaction has read is still true when it writes.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  constructor(private readonly options: Options) {
    super({ url: `file:${options.file}`, fileMustExist: true })
  }

  override async connect(): Promise<Connected> {
    const adapter = await super.connect()
    // Prisma keeps it for itself; there is no other way to set PRAGMAs for a connection.
    const { client } = adapter as unknown as { client: Database }
    setPragmas(client)
    client.pragma(this.options.readonly ? 'query_only = ON' : 'busy_timeout = 0')
    rememberStatements(client)
    const held = this.options.readonly ? reading() : writing()
    held.client = client
    const turns = new Turns()
    adapter.startTransaction = async () => {
      if (this.options.readonly) throw new Error('Reads need no transaction; to write, use transact().')
      const release = await turns.take()
      try {
        // SQLite's own waiting would stop the whole process, readers' pages too.
        await beginWhenFree(() => run(adapter, 'BEGIN IMMEDIATE'), isBusy)
      } catch (error) {
        release()
        throw error
      }
      return asTransaction(adapter, client, release)
    }
    return adapter
  }
}

/**
 * The connection of the transaction that is open in this process. Transactions take turns on it, so whoever holds a
 * `Tx` may use it beside Prisma, which writes each long text four times before SQLite gets it.
 */
export function openTransaction(): Database {
  const { client } = writing()
  if (!client?.inTransaction) throw new Error('Only within transact().')
  return client
}

/** The connection that reads, if it is open: what has been committed, and nothing can be written by it. */
export function openReader(): Database | undefined {
  const { client } = reading()
  return client?.open ? client : undefined
}

const writing = () => processWide<{ client?: Database }>('sqlite-writer', () => ({}))
const reading = () => processWide<{ client?: Database }>('sqlite-reader', () => ({}))

const isBusy = (error: unknown) => (error as { cause?: { kind?: string } }).cause?.kind === 'SocketTimeout'

function asTransaction(adapter: Connected, client: Database, release: () => void): Transaction {
  /** Prisma has sent COMMIT or ROLLBACK before; where that failed (disk full), nothing may stay open behind it. */
  const end = async () => {
    try {
      if (client.inTransaction) client.exec('ROLLBACK')
    } finally {
      release()
    }
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: end,
    rollback: end,
    createSavepoint: (name) => run(adapter, `SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(adapter, `ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(adapter, `RELEASE SAVEPOINT ${name}`),
  }
}

async function run(adapter: Connected, sql: string): Promise<void> {
  await adapter.executeRaw({ sql, args: [], argTypes: [] })
}
