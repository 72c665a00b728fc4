import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { openPostgresTarget } from '@/lib/db/migrate-postgresql'
import { openSqliteTarget } from '@/lib/db/migrate-sqlite'
import { env } from '@/lib/env'
import { openArchive, type Archive } from './archive'
import { BackupError } from './error'
import { fillPostgres } from './fill-postgresql'
import { fillSqlite } from './fill-sqlite'
import { rowsEntry, type Manifest } from './format'
import { unpackUploads } from './restore'
import { lineOf } from './row'
import { makeScratch } from './scratch'
import type { Snapshot } from './snapshot'
import { connectPostgres, openPostgresSnapshot } from './snapshot-postgresql'
import { openSqliteSnapshot } from './snapshot-sqlite'
import { migrationsOf } from './stamp'
import { checksum } from './write'

export type Proof = { manifest: Manifest; bytes: number; sha256: string; tables: number; rows: number; uploads: number; /** Who can sign in afterwards. */ people: number }

/**
 * Really restores the backup into a scratch place on this engine, reads everything from there again, and compares
 * counts and hashes. What runs is not touched. @throws BackupError at the first difference
 */
export async function verifyBackup(file: string): Promise<Proof> {
  const archive = await openArchive(file)
  const scratch = makeScratch('verify')
  try {
    await unpackUploads(archive, scratch)
    await compareUploads(archive, scratch)
    const people = await (engine === 'sqlite' ? viaSqlite(archive, scratch) : viaPostgres(archive))
    const { manifest, bytes, sha256 } = archive
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { manifest, bytes, sha256, tables: manifest.tables.length, rows, uploads: archive.uploads.length, people }
  } finally {
    archive.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function compareUploads({ uploads }: Archive, scratch: string) {
  for (const { name, bytes, sha256 } of uploads) {
    const place = join(scratch, name)
    const isSame = existsSync(place) && statSync(place).size === bytes && (await checksum(place, bytes)) === sha256
    if (!isSame) throw new BackupError(`The upload ${name} came out of the backup other than it went in.`)
  }
}

async function viaSqlite(archive: Archive, scratch: string): Promise<number> {
  const file = join(scratch, 'database', 'teduh.db')
  mkdirSync(join(scratch, 'database'), { mode: 0o700 })
  await fillSqlite(file, archive)
  const people = await compareRows(archive.manifest, openSqliteSnapshot(file))
  await migrate({ open: () => openSqliteTarget(file) })
  return people
}

/** @throws BackupError when whoever the site signs in as may not make one */
export async function makeSchema(client: { query: (sql: string) => Promise<unknown> }, schema: string): Promise<void> {
  try {
    await client.query(`CREATE SCHEMA ${schema}`)
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error
    throw new BackupError('Proving a backup needs a scratch schema, and the user of DATABASE_URL may not make one: give it the right by GRANT CREATE ON DATABASE.')
  }
}

const insufficientPrivilege = '42501'

/** In a schema of its own, which is gone afterwards. */
async function viaPostgres(archive: Archive): Promise<number> {
  const schema = `teduh_verify_${process.pid}_${Date.now().toString(36)}`
  const url = new URL(env.DATABASE_URL!)
  url.searchParams.set('options', `-c search_path=${schema} -c timezone=UTC`)
  const client = await connectPostgres(env.DATABASE_URL!, schema)
  try {
    await makeSchema(client, schema)
    const open = () => openPostgresTarget(url.href)
    await migrate({ files: migrationsOf(archive.manifest, 'postgresql'), open })
    await client.query('BEGIN')
    await fillPostgres(client, archive)
    await client.query('COMMIT')
    const people = await compareRows(archive.manifest, await openPostgresSnapshot({ search: schema }))
    await migrate({ open })
    return people
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).catch(() => {})
    await client.end()
  }
}

async function compareRows({ tables, entries }: Manifest, snapshot: Snapshot): Promise<number> {
  let people = 0
  try {
    for (const table of tables) {
      const hash = createHash('sha256')
      let count = 0
      for await (const rows of snapshot.rows(table)) {
        for (const row of rows) hash.update(lineOf(row, table))
        count += rows.length
        if (table.name === 'User') people += rows.filter(({ email, state }) => email !== null && state === 'active').length
      }
      const noted = entries.find(({ name }) => name === rowsEntry(table.name))!
      if (count !== table.rows || hash.digest('hex') !== noted.sha256) {
        throw new BackupError(`${table.name} came out of the backup other than it went in (${count} rows, ${table.rows} were written).`)
      }
    }
  } finally {
    await snapshot.close()
  }
  return people
}
