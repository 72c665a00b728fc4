import type { Client } from 'pg'
import { migrate } from '@/lib/db/migrate'
import type { MigrationFile } from '@/lib/db/migration-files'
import { openPostgresTarget } from '@/lib/db/migrate-postgresql'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import type { Archive } from './archive'
import { checkEmptyPostgres, tableNames } from './empty'
import { fillPostgres } from './fill-postgresql'
import { connectPostgres } from './snapshot-postgresql'
import { migrationsOf } from './stamp'

type Place = { placeUploads: () => Promise<void> }

/** All rows come in one transaction; what came after the backup's version is then applied to them. */
export async function restorePostgres(archive: Archive, { placeUploads }: Place) {
  const files = migrationsOf(archive.manifest, 'postgresql')
  const client = await connectPostgres(env.DATABASE_URL!)
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('teduh restore'))`)
    await checkEmptyPostgres(client)
    if (await isNewer(client, files)) await dropTables(client)
    await client.query('COMMIT')
    await migrate({ files, open: () => openPostgresTarget(env.DATABASE_URL) })

    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('teduh restore'))`)
    await checkEmptyPostgres(client)
    const droppedNul = await fillPostgres(client, archive)
    const secret = await archive.secret()
    await client.query(`DELETE FROM "Secret" WHERE "name" = 'root'`)
    if (secret !== null) await client.query(`INSERT INTO "Secret" ("name", "value") VALUES ('root', $1)`, [secret])
    await placeUploads()
    await client.query('COMMIT')
    const { applied } = await migrate()
    // A server that waits on the empty place shall see what it is now.
    await transact(async (_, touch) => touch('settings'))
    return { migrated: applied, droppedNul }
  } finally {
    await client.end()
  }
}

/** Whether somebody has brought the empty place to a later version than the backup's. */
async function isNewer(client: Client, files: MigrationFile[]): Promise<boolean> {
  if (!(await tableNames(client)).includes('_prisma_migrations')) return false
  const { rows } = await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations')
  return rows.some(({ name }) => files.every((file) => file.name !== name))
}

/** The empty tables of another version, with what they are made of. */
async function dropTables(client: Client) {
  const names = (await tableNames(client)).map((name) => `"${name}"`)
  if (names.length === 0) return
  await client.query(`DROP TABLE ${names.join(', ')} CASCADE`)
  const { rows } = await client.query<{ name: string }>(
    `SELECT typname AS name FROM pg_type WHERE typtype = 'e' AND typnamespace = current_schema()::regnamespace`)
  for (const { name } of rows) await client.query(`DROP TYPE "${name}"`)
}
