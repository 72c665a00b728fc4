import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { engine } from '@/lib/db/client'
import { env, s3Settings } from '@/lib/env'
import { removeLeftOvers } from '@/lib/left-overs'
import { rootToKeep } from '@/lib/secrets'
import { formatName, formatVersion, manifestName, mark, rowsEntry, secretName, type Manifest, type Table } from './format'
import { measured } from './measured'
import { checkedPlace } from './place'
import { lineOf } from './row'
import { makeScratch } from './scratch'
import type { Snapshot } from './snapshot'
import { openSnapshot } from './engines'
import { fetchUploads, filesOf, holdUploads, listUploads } from './uploads'

export type Written = { file: string; bytes: number; sha256: string; manifest: Manifest }

/**
 * Writes everything that the site is into one file, as it is at one moment, while the server runs. The file has
 * its name once it is whole. @throws BackupError when it must not lie there
 */
export async function writeBackup(file: string): Promise<Written> {
  const place = checkedPlace(file)
  const unfinished = join(dirname(place), `.${basename(place)}.${process.pid}.part`)
  dropUnfinished(place)
  const scratch = makeScratch('backup')
  try {
    const isFolder = s3Settings(env) === null
    if (isFolder) holdUploads(scratch)
    const snapshot = await openSnapshot()
    let manifest: Manifest
    try {
      if (isFolder) holdUploads(scratch)
      else await fetchUploads(snapshot, scratch)
      manifest = await pack(snapshot, scratch, unfinished)
    } finally {
      await snapshot.close()
    }
    const sha256 = await seal(unfinished)
    await rename(unfinished, place)
    return { file: place, bytes: statSync(place).size, sha256, manifest }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    await rm(unfinished, { force: true })
  }
}

/** What an earlier run that was killed has left under this name. */
function dropUnfinished(place: string) {
  const isOurs = (entry: string) => entry.startsWith(`.${basename(place)}.`) && entry.endsWith('.part')
  removeLeftOvers(dirname(place), (entry) => (isOurs(entry) ? Number(entry.split('.').at(-2)) : undefined))
}

async function pack(snapshot: Snapshot, held: string, unfinished: string): Promise<Manifest> {
  const manifest = await begin(snapshot)
  const secret = await rootToKeep()
  if (secret !== null) manifest.secret = 'inside'
  const zip = new ZipFile()
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  const add = (name: string, open: () => Readable, compress = true) =>
    zip.addReadStreamLazy(name, { compress, mode: 0o100600, mtime: new Date(manifest.madeAt) }, (ready) =>
      ready(null, measured(open(), (measure) => manifest.entries.push({ name, ...measure }))))

  for (const table of manifest.tables) {
    add(rowsEntry(table.name), () => Readable.from(lines(snapshot, table, (name) => existsSync(join(held, name)) || manifest.missing.push(name)), { objectMode: false }))
  }
  // Pictures and recordings are compressed already.
  for (const name of listUploads(held)) add(`uploads/${name}`, () => createReadStream(join(held, name)), false)
  if (secret !== null) add(secretName, () => Readable.from([Buffer.from(secret)]))
  // Asked for when all before it is written.
  zip.addReadStreamLazy(manifestName, { mode: 0o100600, mtime: new Date(manifest.madeAt) }, (ready) =>
    ready(null, Readable.from([Buffer.from(JSON.stringify(manifest))])))
  zip.end({ comment: mark + '0'.repeat(64), forceZip64Format: false })
  await Promise.race([pipeline(zip.outputStream, createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })), failed])
  return manifest
}

async function begin({ migrations, tables, sequences }: Snapshot): Promise<Manifest> {
  return {
    format: formatName, version: formatVersion, app: await appVersion(), madeAt: new Date().toISOString(), engine, siteUrl: env.SITE_URL,
    migrations, tables: tables.map((table) => ({ ...table, rows: 0 })), sequences, entries: [], missing: [], secret: 'environment',
  }
}

async function* lines(snapshot: Snapshot, table: Table & { rows: number }, needs: (upload: string) => void) {
  for await (const rows of snapshot.rows(table)) {
    // The secret has an entry of its own, whichever engine kept it.
    const kept = table.name === 'Secret' ? rows.filter(({ name }) => name !== 'root') : rows
    table.rows += kept.length
    for (const row of kept) filesOf(table.name, row).forEach(needs)
    yield Buffer.from(kept.map((row) => lineOf(row, table)).join(''))
  }
}

/** Puts the checksum of all before it at the end, and the file on the disk. */
async function seal(file: string): Promise<string> {
  const size = statSync(file).size - 64
  const sha256 = await checksum(file, size)
  const handle = await open(file, 'r+')
  try {
    await handle.write(sha256, size, 'latin1')
    await handle.sync()
  } finally {
    await handle.close()
  }
  return sha256
}

/** SHA-256 of the first `size` bytes, hex. */
export async function checksum(file: string, size: number): Promise<string> {
  const hash = createHash('sha256')
  if (size > 0) await pipeline(createReadStream(file, { end: size - 1 }), hash)
  return hash.digest('hex')
}

async function appVersion(): Promise<string> {
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile('package.json', 'utf8'))).version
}
