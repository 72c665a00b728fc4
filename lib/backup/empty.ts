import { existsSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import type { Client } from 'pg'
import { BackupError } from './error'
import { isLeftOut } from './format'

/** What a server that nobody has used has written by itself. */
const byItself = new Set(['Secret', 'DiscardedHits', 'UsedLink'])

const holdsData = (where: string) =>
  new BackupError(`${where} holds data already; restore into an empty place, such as another TEDUH_DATA or an empty database.`)

/** @throws BackupError when there is anything of somebody's in the file */
export function checkEmptySqlite(file: string, where: string): void {
  if (!existsSync(file)) return
  const database = new BetterSqlite(file)
  try {
    const tables = database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all()
    if (tables.some((table) => matters(table) && database.prepare(`SELECT 1 FROM "${table}"${except(table)} LIMIT 1`).get())) throw holdsData(where)
  } finally {
    database.close()
  }
}

export async function checkEmptyPostgres(client: Client): Promise<void> {
  for (const table of await tableNames(client)) {
    if (!matters(table)) continue
    const { rowCount } = await client.query(`SELECT 1 FROM "${table}"${except(table)} LIMIT 1`)
    if (rowCount) throw holdsData('The database that DATABASE_URL names')
  }
}

export async function tableNames(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`)
  return rows.map(({ name }) => name)
}

function matters(table: string) {
  return !isLeftOut(table) && !byItself.has(table)
}

/** That sample content was offered says nothing of a site. */
function except(table: string) {
  return table === 'Setting' ? ` WHERE "key" <> 'sample.offered'` : ''
}
