import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'

/**
 * Copies a SQLite database that may be in use into one file of its own, readable by its owner alone. The copy
 * has its name only once it has been read through and holds as many rows; nobody may write meanwhile.
 *
 * @throws when there is no room, or the copy differs
 */
export async function copyVerified(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  const unfinished = `${to}.part`
  const source = new BetterSqlite(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(unfinished)
    chmodSync(unfinished, 0o600)
    const copy = new BetterSqlite(unfinished)
    try {
      // Without WAL it is one file, which can be carried anywhere.
      copy.pragma('journal_mode = DELETE')
      compare(source, copy)
    } finally {
      copy.close()
    }
    renameSync(unfinished, to)
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}

function compare(source: Database, copy: Database) {
  const isSound = copy.pragma('integrity_check', { simple: true }) === 'ok'
  if (!isSound || JSON.stringify(rowCounts(copy)) !== JSON.stringify(rowCounts(source))) {
    throw new Error('the copy of the database differs from it')
  }
}

/** @returns table and number of rows, by name */
export function rowCounts(database: Database): [string, number][] {
  const tables = database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all()
  return tables.map((table) => [table, database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get()!])
}
