import type { Client } from 'pg'
import type { Archive } from './archive'
import { BackupError } from './error'
import type { Manifest, Table } from './format'
import type { Row } from './row'
import { tablesOf } from './snapshot-postgresql'
import { checkTables } from './stamp'

/**
 * Puts the rows into the empty tables of the backup's version, in the transaction that `client` is in: whoever
 * kills it leaves them empty. Gives the number of NUL characters left out, which PostgreSQL cannot keep.
 */
export async function fillPostgres(client: Client, archive: Archive): Promise<number> {
  checkTables(archive.manifest, await tablesOf(client))
  // Rows point to each other in circles. The constraints come back, and with them the check, before the end.
  const references = await dropReferences(client)
  let dropped = 0
  try {
    for (const table of archive.manifest.tables) dropped += await fillTable(client, table, archive)
    await setSequences(client, archive.manifest)
    for (const { table, name, definition } of references) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`)
  } catch (error) {
    // Class 23: a constraint says no; 22: a value does not fit.
    if (/^2[23]/.test((error as { code?: string }).code ?? '')) throw new BackupError(`The backup is damaged: ${(error as Error).message}.`)
    throw error
  }
  return dropped
}

async function dropReferences(client: Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
  return rows
}

async function fillTable(client: Client, table: Table & { rows: number }, archive: Archive): Promise<number> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = `INSERT INTO "${table.name}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table.name}", $1::json)`
  let rows = 0
  let dropped = 0
  await client.query(`DELETE FROM "${table.name}"`)
  for await (const batch of archive.rows(table)) {
    for (const row of batch) dropped += withoutNul(row)
    if (batch.length) await client.query(insert, [JSON.stringify(batch)])
    rows += batch.length
  }
  if (rows !== table.rows) throw new BackupError(`The backup is damaged: ${table.name} has ${rows} rows in place of ${table.rows}.`)
  return dropped
}

function withoutNul(row: Row): number {
  let dropped = 0
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' || !value.includes('\0')) continue
    row[name] = value.replaceAll('\0', '')
    dropped += value.length - row[name].length
  }
  return dropped
}

async function setSequences(client: Client, { sequences, tables }: Manifest) {
  for (const { name, columns } of tables) {
    if (!columns.some((column) => column.name === 'id' && column.type === 'int')) continue
    const { rows: [found] } = await client.query<{ sequence: string | null; most: number | null }>(
      `SELECT pg_get_serial_sequence($1, 'id') AS sequence, (SELECT max("id") FROM "${name}") AS most`, [`"${name}"`])
    const last = Math.max(found?.most ?? 0, sequences[name] ?? 0)
    if (found?.sequence && last > 0) await client.query('SELECT setval($1, $2)', [found.sequence, last])
  }
}
