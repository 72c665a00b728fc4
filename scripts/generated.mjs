import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fail } from './fail.mjs'

const engines = ['sqlite', 'postgresql']
const folder = 'lib/db/generated'
const marker = `${folder}/.stamp`

/** Makes the database client of both engines from the models, unless it is what they say already. */
export function generate() {
  const stamp = stampOfModels()
  const there = engines.every((engine) => existsSync(`${folder}/${engine}/client.ts`))
  if (there && existsSync(marker) && readFileSync(marker, 'utf8') === stamp) return
  for (const engine of engines) generateFor(engine)
  writeFileSync(marker, stamp)
}

function generateFor(engine) {
  const command = ['node_modules/prisma/build/index.js', 'generate', '--no-hints', `--schema=prisma/${engine}`]
  // The CLI would fetch its native engine first, which generating never runs: any file in its place will do.
  const env = { ...process.env, TEDUH_ENGINE: engine, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  if (status !== 0) fail(`${stdout}${stderr}\nThe database client could not be made from prisma/; the lines above say why.`)
}

function stampOfModels() {
  const hash = createHash('sha256').update(JSON.parse(readFileSync('node_modules/prisma/package.json', 'utf8')).version)
  const models = readdirSync('prisma/models').toSorted().map((name) => `prisma/models/${name}`)
  for (const file of [...models, ...engines.map((engine) => `prisma/${engine}/datasource.prisma`)]) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}
