import { z } from 'zod'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import type { Manifest } from './format'
import type { Proof } from './verify'

const time = z.iso.datetime()

const made = z.object({
  file: z.string().regex(/^teduh-\d{8}T\d{6}Z\.zip$/),
  madeAt: time, bytes: z.int(), sha256: z.string(), secret: z.enum(['inside', 'environment']),
  posts: z.int(), comments: z.int(), pictures: z.int(), people: z.int(),
  /** That it was really restored. */
  proof: z.object({ at: time, rows: z.int(), files: z.int() }),
})
const failed = z.object({ at: time, why: z.string() })

/** What is known of the daily backups: the last that is good, and the last that failed. */
export type BackupRecord = { made: z.infer<typeof made> | null; failed: z.infer<typeof failed> | null }

const keys = { made: 'backup.made', failed: 'backup.failed', keep: 'backup.keep' } as const
export const keepSchema = z.coerce.number().int().min(0, 'form.number').max(60, 'form.number')
const keepByDefault = 7

export async function readRecord(): Promise<BackupRecord> {
  return { made: await read(keys.made, made), failed: await read(keys.failed, failed) }
}

/** How many daily backups to keep; 0: none are made. */
export async function readKeep(): Promise<number> {
  return (await read(keys.keep, keepSchema)) ?? keepByDefault
}

export async function writeKeep(keep: number): Promise<void> {
  await transact((tx) => putSetting(tx, keys.keep, keep))
}

export async function noteMade(file: string, { tables, secret, madeAt }: Manifest, proof: Proof, now = new Date()): Promise<void> {
  const rows = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0
  const record: z.infer<typeof made> = {
    file, madeAt, secret, bytes: proof.bytes, sha256: proof.sha256,
    posts: rows('Post'), comments: rows('Comment'), pictures: rows('Media'), people: rows('User'),
    proof: { at: now.toISOString(), rows: proof.rows, files: proof.uploads },
  }
  await transact((tx) => putSetting(tx, keys.made, record))
}

export async function noteFailed(why: string, now = new Date()): Promise<void> {
  await transact((tx) => putSetting(tx, keys.failed, { at: now.toISOString(), why: why.slice(0, 300) }))
}

async function read<T>(key: string, schema: z.ZodType<T>): Promise<T | null> {
  const row = await db.setting.findUnique({ where: { key }, select: { value: true } })
  return row ? (schema.safeParse(JSON.parse(row.value)).data ?? null) : null
}
