import { ensureInstalled, ensureSqlite } from './install.mjs'
import { root } from './root.mjs'

// What tests and developers need before anything else can run.
process.chdir(root)
ensureInstalled({ dev: true })
ensureSqlite()
const { generate } = await import('./generated.mjs')
generate()
