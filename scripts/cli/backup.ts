import { makeDailyBackup } from '@/lib/backup/daily'
import { leftOut, type Manifest } from '@/lib/backup/format'
import { restore } from '@/lib/backup/restore'
import { verifyBackup } from '@/lib/backup/verify'
import { writeBackup } from '@/lib/backup/write'
import { env } from '@/lib/env'
import type { Done } from './run'
import { typed } from './typed'

/** Writes everything into one file; with `verify`, tries out one that is there. */
export async function backUp(file: string | undefined, { verify = false, daily = false }: { verify?: boolean; daily?: boolean }): Promise<Done> {
  if (daily) {
    const made = await makeDailyBackup()
    return { text: `Wrote and proved ${made}.`, json: { file: made } }
  }
  if (file === undefined) throw new Error('Name the file to write, such as teduh.zip.')
  if (verify) return proveBackup(file)
  const { file: place, bytes, sha256, manifest } = await writeBackup(typed(file))
  const notInIt = outside(manifest)
  const text = [`Wrote ${place}: ${told(manifest)}, ${bytes} bytes.`, `Not in it: ${notInIt.join('; ')}.`, ...lost(manifest)].join(' ')
  return { text, json: { file: place, bytes, sha256, ...figures(manifest), missing: manifest.missing, notIncluded: notInIt } }
}

async function proveBackup(file: string): Promise<Done> {
  const { manifest, bytes, sha256, tables, rows, uploads, people } = await verifyBackup(typed(file))
  const text = `Restored ${typed(file)} into a scratch place: ${told(manifest)}; all ${rows} rows of ${tables} tables and ${uploads} files are as they were written, and ${people} people can sign in.`
  return { text: [text, ...lost(manifest)].join(' '), json: { ok: true, file: typed(file), madeAt: manifest.madeAt, bytes, sha256, ...figures(manifest), people } }
}

export async function putBack(file: string): Promise<Done> {
  const { manifest, uploads, migrated, droppedNul } = await restore(typed(file))
  const notes = [
    manifest.secret === 'environment' && 'TEDUH_SECRET was set where it was made and is not in it: set the same here, or everybody signs in anew and sets up second factors again.',
    manifest.secret === 'inside' && env.TEDUH_SECRET !== undefined && 'TEDUH_SECRET is set here and goes before the secret of the backup: take it out, or everybody signs in anew and sets up second factors again.',
    migrated.length > 0 && `It was of an older version; applied ${migrated.join(', ')}.`,
    droppedNul > 0 && `${droppedNul} NUL characters were left out, which PostgreSQL cannot keep.`,
  ].filter((note) => note !== false)
  const text = [`Restored ${told(manifest)} and ${uploads} files, as they were at ${manifest.madeAt}.`, ...notes, ...lost(manifest)].join(' ')
  return { text, json: { madeAt: manifest.madeAt, ...figures(manifest), migrated, missing: manifest.missing, notes } }
}

function figures({ tables, entries }: Manifest) {
  return { rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])), files: entries.filter(({ name }) => name.startsWith('uploads/')).length }
}

function told({ tables }: Manifest): string {
  const rows = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0
  return `${rows('Post')} posts and pages, ${rows('Comment')} comments, ${rows('Media')} pictures, ${rows('User')} people`
}

function outside({ secret }: Manifest): string[] {
  const settings = secret === 'inside' ? 'the settings of the environment (SITE_URL, DATABASE_URL, SMTP_URL …)' : 'TEDUH_SECRET and the other settings of the environment (SITE_URL, DATABASE_URL, SMTP_URL …)'
  return [settings, 'who is signed in', 'mail that waits to be sent', `today's marks of who has read what (${leftOut.join(', ')})`]
}

function lost({ missing }: Manifest): string[] {
  return missing.length > 0 ? [`${missing.length} files of pictures were not there to be taken, such as ${missing[0]}.`] : []
}
