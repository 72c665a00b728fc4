import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import BetterSqlite from 'better-sqlite3'
import { Client } from 'pg'
import { openPostgresTarget } from '@/lib/db/migrate-postgresql'
import { openSqliteTarget } from '@/lib/db/migrate-sqlite'
import type { MigrationTarget } from '@/lib/db/migrate'
import { openSchemaEngine } from '../../scripts/schema-engine.mjs'

type Row = Record<string, unknown>

/** An empty database, for tests of how one comes to be. */
export type FreshDatabase = {
  /** What a process of its own needs to find it. */
  env: { TEDUH_DATA: string; DATABASE_URL: string }
  open: () => MigrationTarget | Promise<MigrationTarget>
  /** Statements without an answer. */
  run: (sql: string) => Promise<void>
  rows: (sql: string) => Promise<Row[]>
  /** What Prisma's own engine says of it. */
  prisma: () => Promise<{ diff: string; diagnosis: Row }>
}

export function freshSqlite(): FreshDatabase {
  const folder = join(process.env.TEDUH_DATA!, randomBytes(6).toString('hex'))
  const file = join(folder, 'teduh.db')
  const using = <T>(work: (database: BetterSqlite.Database) => T) => {
    const database = new BetterSqlite(file)
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  return {
    env: { TEDUH_DATA: folder, DATABASE_URL: '' },
    open: () => openSqliteTarget(file),
    run: async (sql) => void using((database) => database.exec(sql)),
    rows: async (sql) => using((database) => database.prepare<[], Row>(sql).all()),
    prisma: () => ask('sqlite', new PrismaBetterSqlite3({ url: `file:${file}` })),
  }
}

export async function freshPostgres(): Promise<FreshDatabase> {
  const ours = process.env.DATABASE_URL!
  const name = `t${randomBytes(6).toString('hex')}`
  const url = ours.replace(/[^/]*$/, name)
  const on = async (address: string, sql: string) => {
    const client = new Client({ connectionString: address })
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  await on(ours, `CREATE DATABASE ${name}`)
  return {
    env: { TEDUH_DATA: process.env.TEDUH_DATA!, DATABASE_URL: url },
    open: () => openPostgresTarget(url),
    run: async (sql) => void (await on(url, sql)),
    rows: (sql) => on(url, sql),
    prisma: () => ask('postgresql', new PrismaPg({ connectionString: url })),
  }
}

async function ask(engine: 'sqlite' | 'postgresql', adapter: object) {
  const schemaEngine = await openSchemaEngine(engine, adapter)
  return { diff: await schemaEngine.diff(), diagnosis: await schemaEngine.diagnose() }
}
