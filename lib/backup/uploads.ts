import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'
import { fileName, mediaStore, recordingName } from '@/lib/media/store'
import type { Row } from './row'
import type { Snapshot } from './snapshot'

export const uploadsFolder = () => join(env.TEDUH_DATA, 'uploads')

/** Half-written files, and forms that are made anew from the picture. */
const passing = /^cards\/|\.[0-9a-f]{12}$|-(?:icon\.png|share\.jpg)$/

/** Names of uploaded files below the folder, in order. */
export function listUploads(folder = uploadsFolder()): string[] {
  if (!existsSync(/*turbopackIgnore: true*/ folder)) return []
  const files = readdirSync(/*turbopackIgnore: true*/ folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).filter((name) => !passing.test(name)).toSorted()
}

/**
 * Holds on to the files as they are, by a second name for each: what is deleted while the backup is made was
 * there at its moment. Called before and after the moment is fixed, since files come before their rows.
 */
export function holdUploads(folder: string): void {
  for (const name of listUploads()) {
    const held = join(folder, name)
    if (existsSync(held)) continue
    mkdirSync(dirname(held), { recursive: true, mode: 0o700 })
    hold(join(uploadsFolder(), name), held)
  }
}

function hold(file: string, held: string) {
  try {
    linkSync(file, held)
  } catch {
    // Some disks know no second name. A file that has just gone is in no later moment.
    try {
      copyFileSync(file, held)
    } catch (error) {
      rmSync(held, { force: true })
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/** The same from a bucket, which knows no second names: what the rows of that moment name. */
export async function fetchUploads(snapshot: Snapshot, folder: string): Promise<void> {
  for (const table of snapshot.tables.filter(({ name }) => name === 'Media' || name === 'Recording')) {
    for await (const rows of snapshot.rows(table)) {
      for (const name of rows.flatMap((row) => filesOf(table.name, row))) {
        const bytes = await mediaStore.get(name)
        if (!bytes) continue
        mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
        writeFileSync(join(folder, name), bytes, { mode: 0o600 })
      }
    }
  }
}

/** Names of the uploads that a row stands for. */
export function filesOf(table: string, { hash, widths }: Row): string[] {
  if (table === 'Recording') return [recordingName(String(hash))]
  if (table !== 'Media') return []
  const stored = z.array(z.int()).safeParse(JSON.parse(String(widths)))
  return (stored.data ?? []).map((width) => fileName(String(hash), width))
}
