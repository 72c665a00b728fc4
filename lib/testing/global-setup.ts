import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/embedded-postgres.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    testEngine: 'sqlite' | 'postgresql'
    /** A migrated SQLite file to copy, or the address of PostgreSQL with a database `template` to copy. */
    template: string
    scratch: string
  }
}

/** Migrates one database, which each test file gets a copy of. */
export default async function setUp(project: TestProject) {
  const engine = process.env.TEDUH_TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite'
  mkdirSync('.tmp', { recursive: true })
  const scratch = mkdtempSync(join(process.cwd(), '.tmp/unit-'))
  const postgres = engine === 'postgresql' ? await startPostgres() : null
  const tearDown = async () => {
    await postgres?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
  try {
    const template = postgres ? postgres.url('template') : join(scratch, 'template')
    if (postgres) await createDatabase(postgres.url('postgres'), 'template')
    await migrateTemplate(scratch, postgres ? { DATABASE_URL: template } : { TEDUH_DATA: template })
    project.provide('testEngine', engine)
    project.provide('template', template)
    project.provide('scratch', scratch)
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}

/** In a process of its own, with the runner that the server uses. */
async function migrateTemplate(scratch: string, env: Record<string, string>) {
  const outfile = join(scratch, 'migrate.mjs')
  await build({
    stdin: { contents: `import { migrate } from '@/lib/db/migrate'; await migrate()`, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', packages: 'external', alias: { '@': process.cwd() }, outfile, logLevel: 'error',
  })
  execFileSync(process.execPath, [outfile], { env: { ...process.env, DATABASE_URL: '', ...env }, stdio: 'inherit' })
}

async function createDatabase(url: string, name: string) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}
