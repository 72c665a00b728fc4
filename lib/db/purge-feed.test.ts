import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { startProcess } from '@/lib/testing/other-process'
import { db, engine } from './client'
import { forgetOldPurges, openPurgeFeed, type PurgeFeed } from './purge-feed'
import { origin, transact } from './transaction'

let feed: PurgeFeed
let told: string[]
let everything: number

beforeEach(async () => {
  told = []
  everything = 0
  feed = await openPurgeFeed((tags) => told.push(...tags), () => void everything++)
})
afterEach(() => feed.close())

const heard = () => {
  told.push(...feed.changes())
  return told
}

const labelElsewhere = (name: string) => `
  import { transact } from '@/lib/db/transaction'
  import { disconnect } from '@/lib/db/client'
  await transact(async (tx, touch) => {
    await tx.label.create({ data: { name: '${name}', nameKey: '${name}' } })
    touch('labels', 'post:7')
  })
  await disconnect()`

test('hears what another process has changed, and not what this one has', async () => {
  expect(heard()).toEqual([])
  await transact(async (_, touch) => touch('post:1'))
  await (await startProcess(labelElsewhere('dari-luar'))).done
  await vi.waitFor(() => expect(heard()).toEqual(['labels', 'post:7']))
  expect(await db.label.count({ where: { name: 'dari-luar' } })).toBe(1)
})

test('hears nothing of what another process took back', async () => {
  await (await startProcess(`
    import { transact } from '@/lib/db/transaction'
    import { disconnect } from '@/lib/db/client'
    await transact(async (tx, touch) => {
      touch('lists')
      await tx.label.create({ data: { name: 'batal', nameKey: 'batal' } })
      throw new Error('no')
    }).catch(() => {})
    await disconnect()`)).done
  await (await startProcess(labelElsewhere('sesudahnya'))).done
  await vi.waitFor(() => expect(heard()).toEqual(['labels', 'post:7']))
})

test('rows older than a day go', async () => {
  const old = new Date('2026-01-01T00:00:00Z')
  await transact(async (tx) => {
    await tx.purge.createMany({ data: [{ origin, tags: '["lists"]', createdAt: old }, { origin, tags: '["labels"]' }] })
  })
  await forgetOldPurges(new Date())
  expect(await db.purge.count({ where: { createdAt: old } })).toBe(0)
  expect(await db.purge.count({ where: { tags: '["labels"]' } })).toBe(1)
})

test.runIf(engine === 'sqlite')('says so when another database has been put in the place of this one', async () => {
  await transact(async (_, touch) => touch('lists'))
  heard()
  await transact(async (tx) => {
    await tx.$executeRaw`DELETE FROM "Purge"`
    await tx.$executeRaw`UPDATE sqlite_sequence SET seq = 0 WHERE name = 'Purge'`
  })
  heard()
  expect(everything).toBe(1)
})

test.runIf(engine === 'sqlite')('asking costs microseconds while nothing has changed', () => {
  feed.changes()
  const started = performance.now()
  for (let i = 0; i < 10_000; i++) feed.changes()
  expect((performance.now() - started) / 10_000).toBeLessThan(0.05)
})

test.runIf(engine === 'postgresql')('connects again when the line breaks, and then takes everything for changed', async () => {
  const other = new Client({ connectionString: env.DATABASE_URL })
  await other.connect()
  await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN teduh_purge'`)
  await vi.waitFor(() => expect(everything).toBe(1), 5000)
  await other.query(`SELECT pg_notify('teduh_purge', '{"origin":"x","tags":["post:9"]}')`)
  await vi.waitFor(() => expect(heard()).toEqual(['post:9']))
  await other.query(`SELECT pg_notify('teduh_purge', 'not ours')`)
  await vi.waitFor(() => expect(everything).toBe(2))
  await other.end()
})
