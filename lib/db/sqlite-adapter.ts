import type { Database } from 'better-sqlite3'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { Turns } from './turns'

type Connected = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Connected['startTransaction']>>
type Options = { file: string; readonly: boolean }

/** How long a statement may wait for another process, in ms: short, since waiting stops the whole process. */
const busyTimeout = 200

/**
 * Prisma's adapter, with the PRAGMAs that we rely on, and transactions that take the write lock at their start:
 * what a transaction has read is still true when it writes. `transact` tries again when the lock is taken.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  constructor(private readonly options: Options) {
    super({ url: `file:${options.file}` })
  }

  override async connect(): Promise<Connected> {
    const adapter = await super.connect()
    // Prisma keeps it for itself; there is no other way to set PRAGMAs for a connection.
    const { client } = adapter as unknown as { client: Database }
    setPragmas(client, this.options.readonly)
    rememberStatements(client)
    const turns = new Turns()
    adapter.startTransaction = async () => {
      const release = await turns.take()
      try {
        await adapter.executeRaw({ sql: 'BEGIN IMMEDIATE', args: [], argTypes: [] })
      } catch (error) {
        release()
        throw error
      }
      return asTransaction(adapter, release)
    }
    return adapter
  }
}

/** WAL and FULL: what was acknowledged survives a power cut. */
export function setPragmas(client: Database, readonly: boolean): void {
  client.pragma(`busy_timeout = ${busyTimeout}`)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('cache_size = -32000')
  if (readonly) client.pragma('query_only = ON')
}

/** Preparing a statement costs more than running most of ours; the same text comes again and again. */
function rememberStatements(client: Database): void {
  const prepare = client.prepare.bind(client)
  const remembered = new Map<string, ReturnType<Database['prepare']>>()
  client.prepare = ((sql: string) => {
    // A bound statement cannot be bound again, so each is handed out unbound, once at a time.
    const known = remembered.get(sql)
    if (known && !known.busy) return unbound(known)
    const statement = prepare(sql)
    if (remembered.size > 500) remembered.clear()
    remembered.set(sql, statement)
    return unbound(statement)
  }) as Database['prepare']
}

/** The adapter binds for good and then runs; this binds for one run. */
function unbound(statement: ReturnType<Database['prepare']>) {
  return {
    bind(args: unknown[]) {
      return {
        reader: statement.reader,
        run: () => statement.run(args),
        columns: () => statement.columns(),
        raw: () => ({ all: () => statement.raw(true).all(args) }),
      }
    },
  }
}

function asTransaction(adapter: Connected, release: () => void): Transaction {
  const run = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] }).then(() => {})
  const end = async () => release()
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    // Prisma sends COMMIT and ROLLBACK itself and then calls these.
    options: { usePhantomQuery: false },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: end,
    rollback: end,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  }
}
