// npm run migration -- NAME: writes the SQL from the committed models to the changed ones, for both engines.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { startPostgres } from './embedded-postgres.mjs'
import { noFilters, openSchemaEngine, schemaFiles } from './schema-engine.mjs'

const adapters = {
  sqlite: () => new PrismaBetterSqlite3({ url: ':memory:' }),
  postgresql: () => new PrismaPg({ connectionString: postgres.url('postgres') }),
}

const name = process.argv[2]
if (!/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Give the migration a name of lower-case letters, digits and underscores: npm run migration -- add_likes')
  process.exit(1)
}
const postgres = await startPostgres()
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)

for (const [engine, adapter] of Object.entries(adapters)) {
  const folder = join('prisma', engine, 'migrations')
  const isFirst = !existsSync(folder)
  const from = isFirst ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: schemaFiles(engine, committed) }
  const to = { tag: 'schemaDatamodel', files: schemaFiles(engine) }
  const schemaEngine = await openSchemaEngine(adapter(), to.files.map(({ path, content }) => [path, content]))
  const { stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: null, filters: noFilters })
  const target = join(folder, `${stamp}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'migration.sql'), stdout)
  if (isFirst) writeFileSync(join(folder, 'migration_lock.toml'), `provider = "${engine}"\n`)
  console.log(`${target}/migration.sql`)
}
console.log('Add CHECK constraints by hand to both (the models cannot say them), with the same names.')
await postgres.stop()
process.exit(0)

function committed(path) {
  try {
    return execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}
