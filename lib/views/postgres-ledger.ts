import type { Pool, PoolClient } from 'pg'
import { asOneStatement, exclusiveLock } from '@/lib/db/dialect'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { env } from '@/lib/env'
import type { Ledger, LedgerStore } from './ledger'

/** How long to wait for a connection, and for an answer, in ms. */
const [connecting, answering] = [5000, 20_000]
/** How often a round is begun when others were in the way. */
const attempts = 5

/** How its connection is called in `pg_stat_activity`. */
export const applicationName = 'teduh views'

export async function openPostgresLedgers(): Promise<LedgerStore> {
  const { default: pg } = await import('pg')
  // A pool of one: it opens another connection when the server has closed this one.
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, application_name: applicationName, max: 1, idleTimeoutMillis: 0, keepAlive: true, connectionTimeoutMillis: connecting, query_timeout: answering })
  // Without a listener a server that goes away while nobody asks would end the thread.
  pool.on('error', () => {})
  // The first reader need not wait for the connection; where there is none now, a later one opens it.
  await pool.connect().then((client) => client.release(), () => {})
  return {
    async write(run) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await writeOnce(pool, run)
        } catch (error) {
          if (attempt === attempts || !isInTheWay(error)) throw error
        }
      }
    },
    close: () => pool.end(),
  }
}

async function writeOnce<Result>(pool: Pool, run: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await send(client, exclusiveLock('views'))
    const result = await run(ledgerOn(client))
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // Whatever it is in the middle of ends with the connection.
    client.release(true)
    throw error
  }
}

/** Serialisation failure and deadlock, as with somebody who deletes a post that is counted. */
const isInTheWay = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

function ledgerOn(client: PoolClient): Ledger {
  return {
    rows: async <Row>(query: Prisma.Sql) => (await send(client, query)).rows as Row[],
    run: async (statements) => {
      if (statements.length > 0) await send(client, asOneStatement(statements))
    },
  }
}

const send = (client: PoolClient, { text, values }: Prisma.Sql) => client.query(text, values)
