import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fail } from './fail.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Teduh needs Node 20.19 or later; this is Node ${process.versions.node}.`)
}

process.chdir(root)
const { ensureInstalled, ensureSqlite } = await import('./install.mjs')
const { currentBuild, useSlot } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')

if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'

if (process.env.npm_lifecycle_event === 'start') stopWithParent()
await ensureInstalled()
if (!process.env.DATABASE_URL) await ensureSqlite()
if (currentBuild()?.stamp !== stampOfSources()) await build()

// In this same process, so that signals reach the server and not a parent of it.
const { slot } = currentBuild()
useSlot(slot)
process.env.TEDUH_BUILD = `.build/${slot}`
await import(pathToFileURL(`.build/${slot}/server.mjs`).href)

async function build() {
  // In a process of its own: the memory it needs is free again when the server starts.
  const code = await run(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (code !== 0) process.exit(1)
}

/** npm gives SIGTERM to a shell, which dies of it and tells nobody. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  watch.unref()
}
