import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '@/lib/db/database-file'
import { migrate } from '@/lib/db/migrate'
import { openSqliteTarget } from '@/lib/db/migrate-sqlite'
import { env } from '@/lib/env'
import { lockDataFolder } from '@/lib/server/lock'
import type { Archive } from './archive'
import { checkEmptySqlite } from './empty'
import { fillSqlite, settle } from './fill-sqlite'

type Place = { scratch: string; placeUploads: () => Promise<void> }

/** The database is made beside its place and takes it by one rename, after all that it needs is there. */
export async function restoreSqlite(archive: Archive, { scratch, placeUploads }: Place) {
  const unlock = lockDataFolder(env.TEDUH_DATA)
  try {
    const check = () => checkEmptySqlite(databaseFile(), `The data folder ${env.TEDUH_DATA}`)
    check()
    const file = join(scratch, 'teduh.db')
    await fillSqlite(file, archive)
    const { applied } = await migrate({ open: () => openSqliteTarget(file) })
    settle(file)
    check()
    await placeUploads()
    const secret = await archive.secret()
    if (secret !== null) replaceFile(join(env.TEDUH_DATA, 'secret'), `${secret}\n`)
    // Without the old file these would be taken for the new one's log.
    for (const log of ['-wal', '-shm']) rmSync(databaseFile() + log, { force: true })
    renameSync(file, databaseFile())
    syncFolder(env.TEDUH_DATA)
    return { migrated: applied, droppedNul: 0 }
  } finally {
    unlock()
  }
}

function replaceFile(file: string, text: string) {
  writeFileSync(`${file}.part`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.part`, file)
}

/** The new names are on the disk too. */
function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
