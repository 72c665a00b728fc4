import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { giveWay } from '@/lib/give-way'
import { noteFailed, noteMade, readKeep } from './record'
import { verifyBackup } from './verify'
import { writeBackup } from './write'

const ours = /^teduh-\d{8}T\d{6}Z\.zip$/

/** Where daily backups lie: in the data folder, for its owner alone, and nowhere that is served. */
export const backupsFolder = () => join(env.TEDUH_DATA, 'backups')

/** Makes a backup, proves it by restoring it into a scratch place, and lets the oldest go. In a process of its own. */
export async function makeDailyBackup(now = new Date()): Promise<string> {
  giveWay()
  mkdirSync(backupsFolder(), { recursive: true, mode: 0o700 })
  const name = `teduh-${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.zip`
  const file = join(backupsFolder(), name)
  try {
    const { manifest } = await writeBackup(file)
    await noteMade(name, manifest, await verifyBackup(file))
  } catch (error) {
    // A backup that cannot be restored would only pass for one.
    rmSync(file, { force: true })
    await noteFailed((error as Error).message)
    throw error
  }
  forgetOld(await readKeep())
  return file
}

function forgetOld(keep: number) {
  const newestFirst = readdirSync(backupsFolder()).filter((name) => ours.test(name)).toSorted().toReversed()
  for (const name of newestFirst.slice(Math.max(1, keep))) rmSync(join(backupsFolder(), name), { force: true })
}
