import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { confirmPassword } from '@/lib/signing-in/confirm'
import type { Viewer } from '@/lib/viewer'
import { backupsFolder } from './daily'
import { readKeep, readRecord, writeKeep } from './record'

/** What the room Cadangan shows. */
export async function viewBackups(viewer: Viewer) {
  authorise(viewer, 'backup.manage')
  const { made, failed } = await readRecord()
  const isNewer = failed && (!made || failed.at > made.madeAt)
  return { made, failed: isNewer ? failed : null, keep: await readKeep(), isHere: made !== null && existsSync(join(backupsFolder(), made.file)) }
}

export async function keepBackups(viewer: Viewer, keep: number): Promise<void> {
  authorise(viewer, 'backup.manage')
  await writeKeep(keep)
}

/** The last backup, for an owner who has shown again who they are. @throws AppError forbidden, `password.wrong`, too_many, not_found */
export async function takeBackup(viewer: Viewer, password: string): Promise<{ path: string; name: string; bytes: number }> {
  authorise(viewer, 'backup.manage')
  await confirmPassword(viewer, password)
  const { made } = await readRecord()
  const path = made && join(backupsFolder(), made.file)
  if (!path || !existsSync(path)) throw new AppError('not_found')
  await transact((tx) => record(tx, viewer, 'backup.take', 'backup', made.file))
  return { path, name: made.file, bytes: made.bytes }
}
