import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDataFolder } from './data-folder'

let scratch: string
const umask = process.umask()
beforeEach(() => { scratch = mkdtempSync(join(tmpdir(), 'teduh-folder-')) })
afterEach(() => {
  process.umask(umask)
  rmSync(scratch, { recursive: true })
})

describe('openDataFolder', () => {
  it('makes it, with all above it, for its owner alone', () => {
    openDataFolder(join(scratch, 'a/b'))
    expect(statSync(join(scratch, 'a/b')).mode & 0o777).toBe(0o700)
  })

  it('closes one that others can look into', () => {
    chmodSync(scratch, 0o755)
    openDataFolder(scratch)
    expect(statSync(scratch).mode & 0o777).toBe(0o700)
  })

  it('says that a file is no folder, and leaves it as it is', () => {
    const file = join(scratch, 'file')
    writeFileSync(file, '', { mode: 0o644 })
    expect(() => openDataFolder(file)).toThrow(/is not a folder; set TEDUH_DATA/)
    expect(statSync(file).mode & 0o777).toBe(0o644)
  })

  // Nothing is closed to root.
  it.skipIf(process.getuid?.() === 0)('refuses one whose database cannot be written to', () => {
    mkdirSync(join(scratch, 'data'))
    writeFileSync(join(scratch, 'data/teduh.db'), '', { mode: 0o400 })
    expect(() => openDataFolder(join(scratch, 'data'))).toThrow(/cannot be written to; give it and all that is in it/)
  })
})
