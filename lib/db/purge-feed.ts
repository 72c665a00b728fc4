import BetterSqlite from 'better-sqlite3'
import { Client } from 'pg'
import { z } from 'zod'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { databaseFile, engine } from './client'
import { purgeChannel } from './dialect'
import { origin, transact } from './transaction'

const tagList = z.array(z.string())
const notice = z.object({ origin: z.string(), tags: tagList })
const reconnectAfter = 1000
const dayMs = 86_400_000

export type PurgeFeed = {
  /** What other processes have changed since the last call; costs microseconds when nothing has. */
  changes: () => string[]
  close: () => Promise<void>
}

/** Learns of changes made by other processes. `everything` is called when some may have been missed. */
export async function openPurgeFeed(purge: (tags: string[]) => void, everything: () => void): Promise<PurgeFeed> {
  return engine === 'sqlite' ? watchFile() : listen(purge, everything)
}

/** `PRAGMA data_version` moves when another connection has committed; only then is the table read. */
function watchFile(): PurgeFeed {
  const file = new BetterSqlite(databaseFile(), { readonly: true })
  const version = file.prepare('PRAGMA data_version').pluck()
  const rows = file.prepare<[number], { id: number; origin: string; tags: string }>(
    'SELECT id, origin, tags FROM "Purge" WHERE id > ? ORDER BY id',
  )
  let seen = version.get()
  let last = Number(file.prepare('SELECT max(id) FROM "Purge"').pluck().get() ?? 0)

  return {
    changes() {
      const now = version.get()
      if (now === seen) return []
      seen = now
      const fresh = rows.all(last)
      last = fresh.at(-1)?.id ?? last
      return fresh.filter((row) => row.origin !== origin).flatMap((row) => tagList.parse(JSON.parse(row.tags)))
    },
    async close() {
      file.close()
    },
  }
}

/** PostgreSQL's NOTIFY, over a connection that is opened again when it breaks. */
async function listen(purge: (tags: string[]) => void, everything: () => void): Promise<PurgeFeed> {
  let client: Client | undefined
  let closed = false
  let waiting = false

  async function open() {
    const next = new Client({ connectionString: env.DATABASE_URL, keepAlive: true })
    next.on('error', () => {})
    next.on('end', () => again())
    next.on('notification', ({ payload }) => {
      const parsed = notice.safeParse(JSON.parse(payload ?? 'null'))
      if (parsed.success && parsed.data.origin !== origin) purge(parsed.data.tags)
    })
    client = next
    await next.connect()
    await next.query(`LISTEN ${purgeChannel}`)
  }

  function again() {
    if (closed || waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      if (closed) return
      open().then(everything, (error: unknown) => {
        log.error({ err: error }, 'cannot listen for changes of other instances')
        again()
      })
    }, reconnectAfter).unref()
  }

  await open()
  return {
    changes: () => [],
    async close() {
      closed = true
      await client?.end()
    },
  }
}

/** Rows that every running process has long read. */
export async function forgetOldPurges(now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx.purge.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - dayMs) } } })
  })
}
