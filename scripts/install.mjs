import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fail } from './fail.mjs'
import { run } from './run.mjs'

const marker = 'node_modules/.teduh.json'
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Installs what package-lock.json names, unless that is what is installed. `wantsDev`: also what only tests need;
 * where that is there already it stays, so that a start beside a running test takes nothing from it. `native: false`
 * leaves what would be compiled to `ensureSqlite`.
 */
export async function ensureInstalled({ dev: wantsDev = false, native = true } = {}) {
  const lock = hashOf('package-lock.json')
  const done = existsSync(marker) ? readJson(marker) : { lock: installedByHand() && lock, dev: true }
  if (done.lock === lock && (done.dev || !wantsDev)) return
  const dev = wantsDev || (done.dev && existsSync('node_modules'))
  console.error(dev ? 'Installing dependencies, those of the tests too…' : 'Installing dependencies…')
  // In place where there is something already: a server that runs from it keeps its files.
  const verb = existsSync('node_modules') ? ['install', '--no-save'] : ['ci']
  const code = await npm([...verb, dev ? '--include=dev' : '--omit=dev', ...(native ? [] : ['--ignore-scripts']), '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) fail(whyNotInstalled())
  writeFileSync(marker, JSON.stringify({ lock, dev }))
}

/** Sees that SQLite's native part loads in this version of Node; made anew if it was for another. */
export async function ensureSqlite() {
  if (sqliteLoads()) return
  console.error('Making the SQLite driver fit this version of Node…')
  await npm(['rebuild', 'better-sqlite3', '--loglevel=error'])
  if (!sqliteLoads()) fail(needsCompiler)
}

const needsCompiler =
  'better-sqlite3 found neither a ready-made file nor a compiler; on Debian or Ubuntu, ' +
  '`sudo apt install python3 make g++` helps; then start again.'

function whyNotInstalled() {
  const missing = existsSync('node_modules/better-sqlite3') && !sqliteLoads()
  return missing || !hasCompiler()
    ? `Dependencies could not be installed (see npm's message above); if it speaks of gyp or make: ${needsCompiler}`
    : "Dependencies could not be installed; npm's message above says why."
}

function hasCompiler() {
  return ['python3', 'make', 'g++'].every((tool) => spawnSync(tool, ['--version']).status === 0)
}

function sqliteLoads() {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Somebody ran npm themselves: its own list of what is there says whether it fits. */
function installedByHand() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = readJson('package-lock.json').packages
  const there = readJson('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => !path || optional || there[path]?.version === version,
  )
}

/**
 * Where SQLite must be compiled: as far as its own makers do (`-O2`), which takes a quarter less time than the driver's
 * `-O3` and makes nothing slower that could be measured.
 */
function npm(args) {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const env = { ...process.env, CFLAGS: process.env.CFLAGS ?? '-O2' }
  return run(command, [...first, ...args], { stdio: ['inherit', 2, 2], env })
}
