import { z } from 'zod'

/*
 * A backup is a zip of the database's rows (rows/<Table>.jsonl, a line a row, the same on both engines), the
 * uploaded files (uploads/…), the secret, and a manifest, which is written last and read first.
 * The zip's comment ends with the SHA-256 of everything before it. docs/backup.md tells it to operators.
 */

export const formatName = 'teduh-backup'
export const formatVersion = 1
export const manifestName = 'manifest.json'
export const secretName = 'secret'
/** What stands before the checksum at the very end of the file. */
export const mark = 'teduh-backup sha256:'

export const columnTypes = ['int', 'real', 'text', 'bool', 'time'] as const
const identifier = z.string().regex(/^[A-Za-z]\w{0,62}$/)
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const column = z.object({ name: identifier, type: z.enum(columnTypes), isNullable: z.boolean(), key: z.int().min(0) })
const table = z.object({ name: identifier, columns: z.array(column).min(1) })
export type Column = z.infer<typeof column>
export type Table = z.infer<typeof table>

/** Parts are names without `.` at their start, so that nothing leads out of the folder. */
const entryName = z.string().max(300).regex(/^(?:secret|rows\/\w{1,63}\.jsonl|uploads(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,8})$/)
const entry = z.object({ name: entryName, bytes: count, sha256 })
export type EntryNote = z.infer<typeof entry>

export const manifestSchema = z.object({
  format: z.literal(formatName),
  version: z.int().min(1),
  app: z.string().max(50),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgresql']),
  siteUrl: z.string().max(300),
  /** The database's migrations, oldest first. */
  migrations: z.array(z.string().regex(/^\w{1,200}$/)).min(1),
  tables: z.array(z.object({ ...table.shape, rows: count })),
  /** The highest number that a table has ever given, so that none is given twice. */
  sequences: z.record(identifier, count),
  entries: z.array(entry),
  /** Uploads that a row names and the store has not. */
  missing: z.array(z.string()),
  /** `environment`: TEDUH_SECRET, which is not in here. */
  secret: z.enum(['inside', 'environment']),
})
export type Manifest = z.infer<typeof manifestSchema>

export const rowsEntry = (table: string) => `rows/${table}.jsonl`

/** Tables that stay behind: what holds for a day or a device, and what must be forgotten. */
export const leftOut = ['DailySalt', 'OutgoingMail', 'Purge', 'RateLimit', 'SeenAmin', 'SeenView', 'Session'] as const

export function isLeftOut(table: string): boolean {
  return table.startsWith('_') || table.startsWith('sqlite_') || (leftOut as readonly string[]).includes(table)
}
