import BetterSqlite from 'better-sqlite3'
import { z } from 'zod'
import { databaseFile } from './database-file'
import { engine } from './engine'
import { listenForPurges } from './purge-listener'
import { origin, transact } from './transaction'

const tagList = z.array(z.string())
const dayMs = 86_400_000

export type PurgeFeed = {
  /** What other processes have changed since the last call; costs microseconds when nothing has. SQLite only. */
  changes: () => string[]
  close: () => Promise<void>
}

/**
 * Learns of changes made by other processes: on SQLite when `changes` is asked, on PostgreSQL by `purge`.
 * `everything` is called when some may have been missed.
 */
export async function openPurgeFeed(purge: (tags: string[]) => void, everything: () => void): Promise<PurgeFeed> {
  if (engine === 'sqlite') return watchFile(everything)
  const listener = await listenForPurges(purge, everything)
  return { changes: () => [], close: listener.close }
}

/** `PRAGMA data_version` moves when another connection has committed; only then is the table read. */
function watchFile(everything: () => void): PurgeFeed {
  const file = new BetterSqlite(databaseFile(), { readonly: true, fileMustExist: true })
  const version = file.prepare('PRAGMA data_version').pluck()
  const highest = file.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'Purge'`).pluck()
  const rows = file.prepare<[number], { id: number; origin: string; tags: string }>(
    'SELECT id, origin, tags FROM "Purge" WHERE id > ? ORDER BY id',
  )
  let last = Number(highest.get() ?? 0)
  // Unknown at first, so that what is committed between these two lines is read.
  let seen: unknown

  return {
    changes() {
      const now = version.get()
      if (now === seen) return []
      const fresh = rows.all(last)
      const newest = Number(highest.get() ?? 0)
      // Ids never go down by themselves: another database has been put in the place of this one.
      if (newest < last) everything()
      last = fresh.at(-1)?.id ?? newest
      seen = now
      return fresh.filter((row) => row.origin !== origin).flatMap((row) => tagList.parse(JSON.parse(row.tags)))
    },
    async close() {
      file.close()
    },
  }
}

/** Rows that every running process has long read. */
export async function forgetOldPurges(now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx.purge.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - dayMs) } } })
  })
}
