import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { beginAnew } from './begin-anew'

beginAnew()

// Before anything reads the environment: this file's own database and data folder.
const name = `t${randomBytes(6).toString('hex')}`
const folder = join(inject('scratch'), name)
mkdirSync(folder, { recursive: true, mode: 0o700 })
process.env.TEDUH_DATA = folder
process.env.SITE_URL = 'http://localhost:3000'
process.env.LOG_LEVEL = 'silent'

if (inject('testEngine') === 'postgresql') {
  const { Client } = await import('pg')
  const template = inject('template')
  const client = new Client({ connectionString: template.replace(/template$/, 'postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE template`)
  await client.end()
  process.env.DATABASE_URL = template.replace(/template$/, name)
} else {
  delete process.env.DATABASE_URL
  copyFileSync(join(inject('template'), 'teduh.db'), join(folder, 'teduh.db'))
  await waitForNoDisk()
}

afterAll(async () => {
  const { disconnect } = await import('@/lib/db/client')
  await disconnect()
})

/**
 * As the tests' PostgreSQL does not: only a power cut loses what the disk was not waited for, and no test cuts the
 * power. Other processes that a test begins, the killed ones among them, run as they do in earnest.
 */
async function waitForNoDisk() {
  const { default: Database } = await import('better-sqlite3')
  const { pragma } = Database.prototype
  if (pragma.name === 'withoutTheDisk') return
  Database.prototype.pragma = function withoutTheDisk(source, options) {
    return pragma.call(this, source === 'synchronous = FULL' ? 'synchronous = OFF' : source, options)
  }
}
