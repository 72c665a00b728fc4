import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataFolder } from './data-folder'
import { lockDataFolder } from './lock'

const folder = mkdtempSync(join(tmpdir(), 'teduh-lock-'))
const script = join('node_modules', '.cache-lock-test.mjs')

beforeAll(() => {
  const contents = `import { lockDataFolder } from '@/lib/server/lock'
    lockDataFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000)`
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' } as const
  buildSync({ stdin, outfile: script, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
})

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(script)
})

describe('the lock of a data folder', () => {
  it('keeps a second server out, until the first lets go', () => {
    const release = lockDataFolder(folder)
    expect(() => lockDataFolder(folder)).toThrow(/^Another server is running on the data folder .*\.$/)
    release()
    lockDataFolder(folder)()
  })

  it('ends with a process that is killed', async () => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(() => lockDataFolder(folder)).toThrow('Another server')
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockDataFolder(folder)()
  })
})

describe('a data folder', () => {
  it('is made for its owner alone, and mended when it is open to others', () => {
    const path = join(folder, 'deep', 'data')
    openDataFolder(path)
    chmodSync(path, 0o755)
    openDataFolder(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    writeFileSync(join(path, 'x'), '')
    expect(statSync(join(path, 'x')).mode & 0o777).toBe(0o600)
  })

  it('is not a file', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openDataFolder(file)).toThrow(`${file} is not a folder; set TEDUH_DATA to a folder.`)
    expect(() => openDataFolder(join(file, 'below'))).toThrow('is not a folder')
  })

  it('cannot be where nothing can be made', () => {
    expect(() => openDataFolder('/proc/teduh/data')).toThrow(/^The data folder \/proc\/teduh\/data cannot be written to/)
  })

  // The administrator may write everywhere, whatever the mode says.
  it.skipIf(process.getuid?.() === 0)('can be written to', () => {
    const path = join(folder, 'readonly')
    openDataFolder(path)
    chmodSync(path, 0o500)
    expect(() => openDataFolder(join(path, 'data'))).toThrow(/cannot be written to/)
  })
})
