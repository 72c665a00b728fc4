import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { env } from '@/lib/env'
import type { MigrationTarget } from './migrate'

// As Prisma's engine makes it.
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** The lock that Prisma's engine takes too. */
const advisoryLock = 72_707_369

/** Holds a lock until `close`, so that instances that start together migrate one after the other. */
export async function openPostgresTarget(url = env.DATABASE_URL): Promise<MigrationTarget> {
  const client = new Client({ connectionString: url })
  // A connection that breaks fails the query that is under way; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    // A query of somebody else's that never ends shall not keep the server from saying so.
    await client.query(`SET lock_timeout = '60s'`)
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
  } catch (error) {
    await client.end()
    throw error
  }

  return {
    async applied() {
      await client.query(migrationsTable)
      const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
        `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
      )
      return rows
    },

    // pg_dump is the operator's; a migration is one transaction here.
    backUp: async () => null,

    async apply({ name, sql, checksum }) {
      await client.query('BEGIN')
      try {
        await client.query(sql)
        await client.query(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), 1)`,
          [randomUUID(), checksum, name],
        )
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      }
    },

    async close() {
      await client.end()
    },
  }
}
