import { Client } from 'pg'
import { env } from '@/lib/env'
import { isLeftOut, type Column, type Table } from './format'
import type { Row } from './row'
import { byName, keyOf, type Snapshot } from './snapshot'

const batch = 200

type ColumnRow = { table: string; name: string; type: string; filled: boolean; key: number | null }

/** `search` names a schema to look in, other than the connection's own. */
export async function openPostgresSnapshot({ url = env.DATABASE_URL!, search }: { url?: string; search?: string } = {}): Promise<Snapshot> {
  const client = await connectPostgres(url, search)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const tables = await tablesOf(client)
  const migrations = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"',
  )
  return {
    migrations: migrations.rows.map(({ name }) => name),
    tables,
    sequences: await sequencesOf(client, tables),
    async *rows(table) {
      const columns = table.columns.map(({ name, type }) => portable(name, type)).join(', ')
      // As SQLite orders text: by its bytes.
      const key = keyOf(table).map(({ name, type }) => `"${name}"${type === 'text' ? ' COLLATE "C"' : ''}`).join(', ')
      await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT ${columns} FROM "${table.name}" ORDER BY ${key}`)
      for (;;) {
        const { rows } = await client.query<Row>(`FETCH ${batch} FROM rows`)
        if (rows.length === 0) break
        yield rows
      }
      await client.query('CLOSE rows')
    },
    close: () => client.end(),
  }
}

export async function connectPostgres(url: string, search?: string): Promise<Client> {
  const client = new Client({ connectionString: url, options: `-c timezone=UTC${search ? ` -c search_path=${search}` : ''}` })
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<ColumnRow>(
    `SELECT c.relname AS table, a.attname AS name, CASE WHEN t.typtype = 'e' THEN 'text' ELSE t.typname END AS type, a.attnotnull AS filled,
       array_position(x.indkey::int2[], a.attnum) AS key
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_index x ON x.indrelid = c.oid AND x.indisprimary
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace`,
  )
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !isLeftOut(name))
  return names.map((table) => ({ name: table, columns: rows.filter((row) => row.table === table).map(toColumn).toSorted(byName) })).toSorted(byName)
}

function toColumn({ name, type, filled, key }: ColumnRow): Column {
  // An int2vector counts from 0.
  return { name, type: typeOf(type), isNullable: !filled, key: key === null ? 0 : key + 1 }
}

function typeOf(type: string): Column['type'] {
  if (/^int[248]$/.test(type)) return 'int'
  if (/^float[48]$/.test(type)) return 'real'
  if (type === 'bool') return 'bool'
  if (type.startsWith('timestamp')) return 'time'
  if (type === 'text' || type === 'varchar') return 'text'
  throw new Error(`a backup knows no column of the type ${type}`)
}

function portable(name: string, type: Column['type']): string {
  if (type === 'time') return `to_char("${name}", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`
  if (type === 'text') return `"${name}"::text AS "${name}"`
  return `"${name}"`
}

async function sequencesOf(client: Client, tables: Table[]): Promise<Record<string, number>> {
  const sequences: [string, number][] = []
  for (const { name } of tables.filter(({ columns }) => columns.some((column) => column.name === 'id' && column.type === 'int'))) {
    const { rows: [found] } = await client.query<{ sequence: string | null }>(`SELECT pg_get_serial_sequence($1, 'id') AS sequence`, [`"${name}"`])
    if (!found?.sequence) continue
    const { rows: [row] } = await client.query<{ last: string; isCalled: boolean }>(`SELECT last_value AS last, is_called AS "isCalled" FROM ${found.sequence}`)
    if (row!.isCalled) sequences.push([name, Number(row!.last)])
  }
  return Object.fromEntries(sequences)
}
