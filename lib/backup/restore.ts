import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { engine } from '@/lib/db/client'
import { env, s3Settings } from '@/lib/env'
import { mediaStore } from '@/lib/media/store'
import { openArchive, type Archive } from './archive'
import type { Manifest } from './format'
import { restorePostgres } from './restore-postgresql'
import { restoreSqlite } from './restore-sqlite'
import { makeScratch } from './scratch'

export type Restored = { manifest: Manifest; uploads: number; /** Applied to the rows after they were in. */ migrated: string[]; droppedNul: number }

/**
 * Makes the empty place that the environment names what the backup holds, on either engine. The files are looked
 * at and the rows are in before anything has its name, and the database comes last: what is cut off before is
 * an empty place still. @throws BackupError, StartError
 */
export async function restore(file: string): Promise<Restored> {
  const archive = await openArchive(file)
  const scratch = makeScratch('restore')
  try {
    await unpackUploads(archive, scratch)
    const restoreRows = engine === 'sqlite' ? restoreSqlite : restorePostgres
    const done = await restoreRows(archive, { scratch, placeUploads: () => placeUploads(archive, scratch) })
    return { manifest: archive.manifest, uploads: archive.uploads.length, ...done }
  } finally {
    archive.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Each is read to its end, where its checksum is compared. */
export async function unpackUploads(archive: Archive, scratch: string): Promise<void> {
  for (const note of archive.uploads) {
    const place = join(scratch, note.name)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    await pipeline(await archive.open(note), createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }))
  }
}

/** Into the data folder by a rename each, or into the bucket that the environment names. */
async function placeUploads({ uploads }: Archive, scratch: string): Promise<void> {
  const isFolder = s3Settings(env) === null
  for (const { name } of uploads) {
    if (!isFolder) {
      await mediaStore.put(name.slice('uploads/'.length), readFileSync(join(scratch, name)))
      continue
    }
    const place = join(env.TEDUH_DATA, name)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    renameSync(join(scratch, name), place)
  }
}
