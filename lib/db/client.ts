import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { processWide } from '@/lib/process-wide'
import { databaseFile } from './database-file'
import { engine } from './engine'
import { PrismaClient as PostgresClient } from './generated/postgresql/client'
import { PrismaClient } from './generated/sqlite/client'
import { SqliteAdapter } from './sqlite-adapter'

type Clients = { reader: PrismaClient; writer: PrismaClient }

export { engine, type Engine } from './engine'

/**
 * Reads. On SQLite it is a connection of its own that cannot write: a transaction is seen when it is committed
 * and not before, and every write goes through `transact`. The two engines' clients differ only in small things
 * that we do not use, so one type serves for both.
 */
export const db: PrismaClient = lazy((clients) => clients.reader)

/** For `transact` alone. */
export const writer: PrismaClient = lazy((clients) => clients.writer)

/** Closes the connections; the next query opens new ones. */
export async function disconnect(): Promise<void> {
  const clients = held().clients
  if (!clients) return
  held().clients = undefined
  await Promise.all([clients.reader.$disconnect(), clients.writer.$disconnect()])
}

/** One set for the whole process: server.ts and Next each load their own copy of this module. */
function held() {
  return processWide<{ clients?: Clients }>('db', () => ({}))
}

function connect(): Clients {
  if (engine === 'postgresql') {
    // `options` keeps times in UTC whatever the server's own zone. Without a limit a host that swallows what it is
    // sent is waited for until the kernel gives up.
    const adapter = new PrismaPg({
      connectionString: env.DATABASE_URL, max: 10, options: '-c timezone=UTC', keepAlive: true, connectionTimeoutMillis: 20_000,
    })
    const client = new PostgresClient({ adapter }) as unknown as PrismaClient
    return { reader: client, writer: client }
  }
  const file = databaseFile()
  return {
    writer: new PrismaClient({ adapter: new SqliteAdapter({ file, readonly: false }) }),
    reader: new PrismaClient({ adapter: new SqliteAdapter({ file, readonly: true }) }),
  }
}

/** Connects at the first use, so that importing a module needs no database. */
function lazy(pick: (clients: Clients) => PrismaClient): PrismaClient {
  return new Proxy({} as PrismaClient, {
    get(_, name) {
      const client = pick((held().clients ??= connect()))
      const value: unknown = Reflect.get(client, name)
      return typeof value === 'function' ? value.bind(client) : value
    },
  })
}
