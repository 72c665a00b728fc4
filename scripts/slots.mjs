import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { fail } from './fail.mjs'

/**
 * Builds lie side by side in `.build/a`, `b` and `c`; `.build/current` says which one to run. A build is made
 * in a slot that nobody runs from, and the switch is one rename, so a running server never sees half a build.
 */
const names = ['a', 'b', 'c']
const currentFile = '.build/current'
const usersFolder = '.build/in-use'
const lockFile = '.build/lock'
const beat = 30_000

/** @returns {{ slot: string, stamp: string } | undefined} the finished build */
export function currentBuild() {
  try {
    const [slot, stamp] = readFileSync(currentFile, 'utf8').trim().split(' ')
    return existsSync(`.build/${slot}/server.mjs`) ? { slot, stamp } : undefined
  } catch {
    return undefined
  }
}

export function switchTo(slot, stamp) {
  const next = `${currentFile}.${process.pid}`
  writeFileSync(next, `${slot} ${stamp}\n`)
  renameSync(next, currentFile)
}

/** A slot to build in: neither the current one nor one that a living server was started from. */
export function freeSlot() {
  const current = currentBuild()?.slot
  const used = new Set(slotsInUse())
  const free = names.find((name) => name !== current && !used.has(name))
  return free ?? fail('Servers are running from every earlier build; stop one, then build again.')
}

/** Marks the slot as used for as long as this process lives. */
export function useSlot(slot) {
  const file = `${usersFolder}/${slot}-${process.pid}`
  mkdirSync(usersFolder, { recursive: true })
  writeFileSync(file, '')
  process.on('exit', () => rmSync(file, { force: true }))
  // A process of another container has a number that means nothing here; it shows by its pulse.
  setInterval(() => touch(file), beat).unref()
}

/** Keeps a second build of the same checkout out until this process ends. */
export function lockBuilds() {
  mkdirSync('.build', { recursive: true })
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = Number(readFileSync(lockFile, 'utf8'))
    if (isAlive(owner)) fail(`Another build is running here (process ${owner}); wait for it, then start again.`)
    writeFileSync(lockFile, String(process.pid))
  }
  process.on('exit', () => rmSync(lockFile, { force: true }))
}

function slotsInUse() {
  if (!existsSync(usersFolder)) return []
  return readdirSync(usersFolder).flatMap((name) => {
    const [slot, pid] = name.split('-')
    const file = `${usersFolder}/${name}`
    if (isAlive(Number(pid)) || Date.now() - statSync(file).mtimeMs < 3 * beat) return [slot]
    rmSync(file, { force: true })
    return []
  })
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function touch(file) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    writeFileSync(file, '')
  }
}
