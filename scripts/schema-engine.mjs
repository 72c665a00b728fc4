// Prisma's own schema engine as WebAssembly: the native one would have to be downloaded.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)
const filters = { externalTables: [], externalEnums: [] }
/** Kept with the process, as the glue is: what belongs to one instance must never be given back to another. */
const loaded = Symbol.for('schema engine')

// What the engine calls when it breaks off.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }

async function load() {
  const file = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/**
 * The engine on a live database.
 *
 * @param engine 'sqlite' or 'postgresql'
 * @param adapter PrismaBetterSqlite3 or PrismaPg
 */
export async function openSchemaEngine(engine, adapter) {
  const SchemaEngine = await (globalThis[loaded] ??= load())
  const files = schemaFiles(engine)
  const datamodels = files.map(({ path, content }) => [path, content])
  const schemaEngine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(mended(adapter)))
  return {
    /** The SQL that takes the database to the models; '' when it is there. */
    async diff() {
      const from = { tag: 'schemaDatasource', files, configDir: '.' }
      const to = { tag: 'schemaDatamodel', files }
      const { stdout, exitCode } = await schemaEngine.diff({ from, to, script: true, exitCode: true, filters })
      return exitCode === 0 ? '' : stdout
    },
    /** What the official CLI says of the migrations: edited, failed, unapplied, unknown ones. */
    diagnose: () =>
      schemaEngine.diagnoseMigrationHistory({ migrationsList: migrationsList(engine), optInToShadowDatabase: false, filters }),
  }
}

function schemaFiles(engine) {
  return [`prisma/${engine}`, 'prisma/models'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.prisma'))
      .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') })),
  )
}

function migrationsList(engine) {
  const folder = resolve('prisma', engine, 'migrations')
  const read = (path) => readFileSync(join(folder, path), 'utf8')
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: names.toSorted().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: read(`${name}/migration.sql`) } },
    })),
  }
}

/** The engine asks the system tables for what the driver adapters cannot answer; this helps them. */
function mended(factory) {
  const mend = (connection) => {
    const [performIO, queryRaw] = [connection.performIO.bind(connection), connection.queryRaw.bind(connection)]
    const oneByte = new Map()
    connection.performIO = async (query) => {
      const result = await performIO({ ...query, sql: singleQuoted(query.sql) })
      oneByte.set(query.sql, oneByteAsText(result.fields ?? []))
      return result
    }
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const column of oneByte.get(query.sql)) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    }
    return connection
  }
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mend(await factory.connect()),
    connectToShadowDb: async () => mend(await factory.connectToShadowDb()),
  }
}

/** Asked about a partial index, it writes a text in double quotes, which better-sqlite3 takes for a column. */
function singleQuoted(sql) {
  return sql.replace(/(FROM sqlite_master WHERE type = 'index' AND name = )"([^"]*)"/, "$1'$2'")
}

/** PostgreSQL's own one-byte type "char" (18) is unknown to PrismaPg; text (25) is not. Returns which columns. */
function oneByteAsText(fields) {
  return fields.flatMap((field, column) => {
    if (field.dataTypeID !== 18) return []
    field.dataTypeID = 25
    return [column]
  })
}
