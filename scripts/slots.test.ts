import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { currentBuild, freeSlot, switchTo } from './slots.mjs'

const home = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'teduh-slots-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

function build(slot: string) {
  mkdirSync(`.build/${slot}`, { recursive: true })
  writeFileSync(`.build/${slot}/server.mjs`, '')
  switchTo(slot, `stamp-${slot}`)
}

/** As if a process had been started from the slot; `ageMs` since its last pulse. */
function use(slot: string, pid: number, ageMs: number) {
  mkdirSync('.build/in-use', { recursive: true })
  writeFileSync(`.build/in-use/${slot}-${pid}`, '')
  const then = new Date(Date.now() - ageMs)
  utimesSync(`.build/in-use/${slot}-${pid}`, then, then)
}

it('has no build at first, and then the one that was switched to', () => {
  expect(currentBuild()).toBeUndefined()
  build('a')
  expect(currentBuild()).toEqual({ slot: 'a', stamp: 'stamp-a' })
})

it('takes a build that lost its files for none', () => {
  build('a')
  rmSync('.build/a', { recursive: true })
  expect(currentBuild()).toBeUndefined()
})

it('builds neither over the current build nor over one that runs', () => {
  build('b')
  use('a', process.pid, 1_000_000)
  expect(freeSlot()).toBe('c')
})

it('does not count a process that is gone, unless its pulse was felt just now', () => {
  const gone = 2 ** 22 - 1
  use('a', gone, 1_000_000)
  use('b', gone, 1_000)
  expect(freeSlot()).toBe('a')
  expect(existsSync(`.build/in-use/a-${gone}`)).toBe(false)
})

it('marks a slot for as long as the process lives', async () => {
  const script = `import { useSlot } from ${JSON.stringify(join(home, 'scripts/slots.mjs'))}; useSlot('a'); setTimeout(() => {}, 100)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  await expect.poll(() => existsSync(`.build/in-use/a-${child.pid}`), { timeout: 5000 }).toBe(true)
  await new Promise((resolve) => child.on('exit', resolve))
  expect(existsSync(`.build/in-use/a-${child.pid}`)).toBe(false)
})
