import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { importFolder } from './place-of-file'
import { refuse } from './refuse'

const held = new Set<Database.Database>()

/**
 * One import at a time writes. As the server's own lock: an open transaction on a file, which the kernel drops when
 * the process ends in whatever way, so that after a crash the next one can begin at once.
 * @throws AppError `import.busy`
 */
export function lockImports(): () => void {
  mkdirSync(importFolder(), { recursive: true, mode: 0o700 })
  const lock = new Database(join(importFolder(), 'lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw (error as { code?: string }).code === 'SQLITE_BUSY' ? refuse('busy') : error
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
