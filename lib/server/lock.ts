import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sentenceFor, StartError } from './start-error'

/** A connection that nobody refers to is closed by the garbage collector, and its lock is gone. */
const held = new Set<Database.Database>()

/**
 * Holds the data folder for this server: two on one SQLite file would not see each other's changes in time.
 * The lock is an open transaction on a file beside the database, so the kernel drops it when the process
 * ends in whatever way, and other containers on the same disk see it too. Throws StartError.
 *
 * @returns lets the folder go
 */
export function lockDataFolder(folder: string): () => void {
  const lock = open(folder)
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new StartError(`Another server is running on the data folder ${folder}; stop it first, or set TEDUH_DATA.`)
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

function open(folder: string) {
  try {
    return new Database(join(folder, 'server.lock'), { timeout: 0 })
  } catch (error) {
    const sentence = sentenceFor(error, folder)
    throw sentence ? new StartError(sentence) : error
  }
}
