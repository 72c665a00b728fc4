// node scripts/migration.mjs NAME: writes the SQL that takes what the migrations make to the models, for both engines.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import Database from 'better-sqlite3'
import pg from 'pg'
import { startPostgres } from './embedded-postgres.mjs'
import { keepRebuiltTablesWhole } from './rebuilt-tables.mjs'
import { root } from './root.mjs'
import { openSchemaEngine } from './schema-engine.mjs'

process.chdir(root)
const name = process.argv[2]
if (!/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Give the migration a name of lower-case letters, digits and underscores: node scripts/migration.mjs add_likes')
  process.exit(1)
}
mkdirSync('.tmp', { recursive: true })
const scratch = mkdtempSync('.tmp/migration-')
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const postgres = await startPostgres()
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
try {
  const written = { sqlite: await author('sqlite', await sqliteScratch()), postgresql: await author('postgresql', await postgresScratch()) }
  for (const [engine, sql] of Object.entries(written)) {
    const target = join('prisma', engine, 'migrations', `${stamp}_${name}`)
    mkdirSync(target)
    writeFileSync(join(target, 'migration.sql'), sql)
    console.log(`${target}/migration.sql`)
  }
  console.log('Now add by hand, to both and under the same names, what the models cannot say: CHECK constraints.')
} finally {
  await postgres.stop()
}
process.exit()

/**
 * The SQL of the new migration, tried on a database that has all earlier ones.
 *
 * @param {{ adapter: object, exec: (sql: string) => Promise<void>, finish: (sql: string) => string }} database
 */
async function author(engine, { adapter, exec, finish }) {
  const folder = join('prisma', engine, 'migrations')
  for (const file of migrationFiles(folder)) await exec(readFileSync(file, 'utf8'))
  const sql = finish(await (await openSchemaEngine(engine, adapter)).diff()) || '-- The models say nothing new.\n'
  await exec(sql)
  const rest = await (await openSchemaEngine(engine, adapter)).diff()
  if (rest) console.error(`${engine}: even after this migration the models differ by:\n${rest}`)
  return sql
}

function migrationFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map((entry) => join(folder, entry.name, 'migration.sql')).toSorted()
}

async function sqliteScratch() {
  const file = join(scratch, 'scratch.db')
  const database = new Database(file)
  return {
    adapter: new PrismaBetterSqlite3({ url: `file:${file}` }),
    exec: async (sql) => void database.exec(sql),
    finish: (sql) => keepRebuiltTablesWhole(sql, (table) =>
      database.prepare(`SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?`).pluck().get(table)),
  }
}

async function postgresScratch() {
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  // It is still open when the server stops.
  client.on('error', () => {})
  await client.connect()
  return {
    adapter: new PrismaPg({ connectionString: postgres.url('postgres') }),
    exec: async (sql) => void (await client.query(sql)),
    finish: (sql) => sql,
  }
}
