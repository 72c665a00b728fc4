import { statfsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openPromise, type Entry } from 'yauzl'
import { env } from '@/lib/env'
import { BackupError } from './error'
import { formatVersion, manifestName, manifestSchema, rowsEntry, secretName, type EntryNote, type Manifest, type Table } from './format'
import { measured, type Measure } from './measured'
import { isBackup, readEnd } from './place'
import { rowOf, type Row } from './row'
import { checksum } from './write'

const manifestLimit = 64 * 1024 * 1024
const lineLimit = 32 * 1024 * 1024
const batchBytes = 1024 * 1024

/** A backup that has been looked through: whole, unchanged, and holding what its manifest says and nothing else. */
export type Archive = {
  manifest: Manifest
  bytes: number
  sha256: string
  /** Rows, some at a time; fails at the end when they are not what the manifest says. */
  rows: (table: Table) => AsyncGenerator<Row[]>
  /** Checked at its end as well. */
  open: (entry: EntryNote) => Promise<Readable>
  uploads: EntryNote[]
  secret: () => Promise<string | null>
  close: () => void
}

const damaged = (why: string) => new BackupError(`The backup is damaged: ${why}.`)

/** @throws BackupError with one sentence when the file is no backup, not whole, changed or too new */
export async function openArchive(file: string): Promise<Archive> {
  const sha256 = await checkedSum(file)
  const zip = await openPromise(file, { strictFileNames: true, autoClose: false }).catch(() => {
    throw damaged('it cannot be read as a zip')
  })
  try {
    const entries = await entriesOf(zip)
    const manifest = await readManifest(zip, entries.get(manifestName))
    checkEntries(manifest, entries)
    checkRoom(manifest)
    const notes = new Map(manifest.entries.map((note) => [note.name, note]))
    const open = async (note: EntryNote) => Readable.from(checked(await zip.openReadStreamPromise(entries.get(note.name)!), note), { objectMode: false })
    return {
      manifest, bytes: statSync(file).size, sha256, open,
      rows: async function* (table) { yield* rowsIn(await open(notes.get(rowsEntry(table.name))!), table) },
      uploads: manifest.entries.filter(({ name }) => name.startsWith('uploads/')),
      secret: async () => (notes.has(secretName) ? (await buffer(await open(notes.get(secretName)!))).toString().trim() : null),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function checkedSum(file: string): Promise<string> {
  const known = statSync(file, { throwIfNoEntry: false })
  if (!known) throw new BackupError(`There is no file ${file}.`)
  if (!known.isFile() || !isBackup(file)) throw new BackupError(`${file} is no backup of Teduh, or its end is missing.`)
  const sha256 = readEnd(file, known.size, 64)
  if ((await checksum(file, known.size - 64)) !== sha256) throw damaged('its checksum does not agree')
  return sha256
}

type Zip = Awaited<ReturnType<typeof openPromise>>

async function entriesOf(zip: Zip): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error('twice')
      entries.set(entry.fileName, entry)
    }
  } catch {
    throw damaged('its list of files cannot be trusted')
  }
  return entries
}

async function readManifest(zip: Zip, entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > manifestLimit) throw damaged('it has no manifest')
  let json: unknown
  try {
    json = JSON.parse((await buffer(await zip.openReadStreamPromise(entry))).toString())
  } catch {
    throw damaged('its manifest cannot be read')
  }
  if (typeof json === 'object' && json && 'version' in json && Number(json.version) > formatVersion) {
    throw new BackupError('The backup was made by a newer version of Teduh: restore it with that version.')
  }
  const manifest = manifestSchema.safeParse(json)
  if (!manifest.success) throw damaged('its manifest is not one of ours')
  return manifest.data
}

/** What is listed is there in the size that is listed; yauzl holds what is unpacked to that size. */
function checkEntries({ entries: notes, tables }: Manifest, entries: Map<string, Entry>) {
  const listed = new Set(notes.map(({ name }) => name))
  if (listed.size !== notes.length || listed.size + 1 !== entries.size) throw damaged('it does not hold what its manifest lists')
  for (const { name, bytes } of notes) {
    const entry = entries.get(name)
    if (!entry || entry.uncompressedSize !== bytes) throw damaged('it does not hold what its manifest lists')
  }
  if (!tables.every(({ name }) => listed.has(rowsEntry(name)))) throw damaged('the rows of a table are missing')
}

/** How well something packs says nothing: rows that are alike pack a thousandfold. @throws BackupError */
export function checkRoom({ entries }: Pick<Manifest, 'entries'>): void {
  const needed = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = statfsSync(env.TEDUH_DATA)
  if (needed > bavail * bsize) throw new BackupError(`There is not room enough in ${env.TEDUH_DATA}: unpacked, the backup has ${needed} bytes.`)
}

/** The entry's bytes; at their end they have to be what the manifest says. */
async function* checked(source: Readable, note: EntryNote): AsyncGenerator<Buffer> {
  let found: Measure | undefined
  try {
    yield* measured(source, (measure) => { found = measure }) as AsyncIterable<Buffer>
  } catch {
    throw damaged(`${note.name} cannot be unpacked`)
  }
  if (found?.sha256 !== note.sha256) throw damaged(`${note.name} is not what it was`)
}

/** Not by `readline`, for which U+2028 ends a line too. */
async function* rowsIn(stream: Readable, table: Table): AsyncGenerator<Row[]> {
  let rest: Buffer[] = []
  let length = 0
  let rows: Row[] = []
  let held = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)])
      rest = []
      length = 0
      rows.push(rowOf(line.toString(), table))
      held += line.length
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > lineLimit) throw damaged(`a line of ${table.name} has no end`)
    if (held < batchBytes) continue
    yield rows
    rows = []
    held = 0
  }
  if (length > 0) throw damaged(`the last line of ${table.name} is not whole`)
  yield rows
}
