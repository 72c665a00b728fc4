import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/embedded-postgres.mjs'
import { startProcess } from './other-process'

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
    await migrateTemplate({ TEDUH_DATA: join(scratch, 'template'), DATABASE_URL: postgres ? template : '' })
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
async function migrateTemplate(env: Record<string, string>) {
  const code = `import { migrate } from '@/lib/db/migrate'; await migrate()`
  await (await startProcess(code, env)).done
}

async function createDatabase(url: string, name: string) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}
