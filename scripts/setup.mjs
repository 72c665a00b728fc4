import { ensureInstalled, ensureSqlite } from './install.mjs'
import { root } from './root.mjs'

// What tests and developers need before anything else can run. SQLite's driver may have to be compiled, which takes one
// core for a minute: `--sqlite=later` leaves it out and `--sqlite=only` does nothing else, so that `npm test` can do
// other things meanwhile.
process.chdir(root)
const sqlite = process.argv.find((word) => word.startsWith('--sqlite='))?.split('=')[1]
if (sqlite !== 'only') {
  await ensureInstalled({ dev: true, native: sqlite !== 'later' })
  const { generate } = await import('./generated.mjs')
  generate()
}
if (sqlite !== 'later') await ensureSqlite()
