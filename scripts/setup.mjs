import { ensureInstalled, ensureSqlite } from './install.mjs'
import { root } from './root.mjs'

// What tests and developers need before anything else can run.
process.chdir(root)
await ensureInstalled({ dev: true })
await ensureSqlite()
const { generate } = await import('./generated.mjs')
generate()
