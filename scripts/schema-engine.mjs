// Prisma's own schema engine as WebAssembly: the native one would have to be downloaded.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)
let loaded

async function load() {
  const file = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** An engine bound to a driver adapter (PrismaBetterSqlite3, PrismaPg). */
export async function openSchemaEngine(adapter, datamodels) {
  const SchemaEngine = await (loaded ??= load())
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

/** The schema files of an engine's folder as `diff` takes them. */
export function schemaFiles(engine, read = (path) => readFileSync(path, 'utf8')) {
  const folders = [`prisma/${engine}`, 'prisma/models']
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.prisma'))
      .map((name) => ({ path: join(folder, name), content: read(join(folder, name)) }))
      .filter(({ content }) => content !== null),
  )
}

export const noFilters = { externalTables: [], externalEnums: [] }
