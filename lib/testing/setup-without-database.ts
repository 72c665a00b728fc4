import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { beginAnew } from './begin-anew'

beginAnew()

// A data folder of this file's own, and no database: whoever opens one, here or in a process begun from here, fails.
// So nothing that depends on the engine can be among the tests that are run once.
mkdirSync('.tmp', { recursive: true })
const folder = mkdtempSync(join(process.cwd(), '.tmp/unit-'))
process.env.TEDUH_DATA = folder
process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/tests_without_a_database'
process.env.SITE_URL = 'http://localhost:3000'
process.env.LOG_LEVEL = 'silent'

afterAll(() => rmSync(folder, { recursive: true, force: true }))
