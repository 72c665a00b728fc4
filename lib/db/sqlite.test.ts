import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeLabel } from '@/lib/testing/builders'
import { startProcess } from '@/lib/testing/other-process'
import { db, engine } from './client'
import { transact } from './transaction'

const newLabel = (name: string) => transact((tx) => tx.label.create({ data: { name, nameKey: name } }))

/** Holds the write lock in another process for `ms`. */
const holdLock = (ms: number) => startProcess(`
  import { transact } from '@/lib/db/transaction'
  import { disconnect } from '@/lib/db/client'
  await transact(async (tx) => {
    console.log('held')
    await new Promise((resolve) => setTimeout(resolve, ${ms}))
  })
  await disconnect()`)

describe.runIf(engine === 'sqlite')('the connections', () => {
  const pragma = async (of: typeof db, name: string) => {
    const [row] = await of.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
    return String(Object.values(row!)[0])
  }

  // Asked in another process, since this one does not wait for the disk (lib/testing/setup.ts).
  test.each(['db', 'writer'])('%s runs in WAL, with FULL and foreign keys', async (name) => {
    const other = await startProcess(`
      import { ${name} as client, disconnect } from '@/lib/db/client'
      for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) {
        console.log(JSON.stringify(await client.$queryRawUnsafe('PRAGMA ' + name), (_, value) => typeof value === 'bigint' ? Number(value) : value))
      }
      await disconnect()`)
    expect((await other.done).trim().split('\n').map((line) => JSON.parse(line))).toEqual([[{ journal_mode: 'wal' }], [{ synchronous: 2 }], [{ foreign_keys: 1 }]])
  })

  test('the one for reading waits where it must, and cannot write', async () => {
    expect(await pragma(db, 'busy_timeout')).toBe('5000')
    await expect(db.label.create({ data: { name: 'x', nameKey: 'x' } })).rejects.toThrow(/readonly/)
    await expect(db.$transaction([db.label.count(), db.post.count()])).rejects.toThrow(/use transact/)
  })
})

describe.runIf(engine === 'sqlite')('while another process writes', () => {
  afterEach(() => vi.restoreAllMocks())

  test('a transaction waits for it, and nobody else does', async () => {
    const held = 700
    const other = await holdLock(held)
    await other.says('held')
    const mine = newLabel('waited')
    const taken: number[] = []
    while (!(await Promise.race([mine, wait(5)]))) {
      const started = performance.now()
      await db.label.count()
      await wait(5)
      taken.push(performance.now() - started)
    }
    await other.done
    expect(taken.length).toBeGreaterThan(20)
    // Whoever waited for the lock would have waited for all of it.
    expect(Math.max(...taken)).toBeLessThan(held - 100)
  })

  test('a transaction that waits too long says that this is no time for it', async () => {
    const other = await holdLock(20_000)
    await other.says('held')
    const refused = newLabel('never').catch((error: unknown) => error)
    await wait(50)
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + 60_000)
    expect(await refused).toMatchObject({ name: 'AppError', code: 'unavailable', retryAfter: 5 })
    other.kill()
    await other.ended
    vi.restoreAllMocks()
    await newLabel('after')
  })
})

describe.runIf(engine === 'sqlite')('when there is no room', () => {
  test('a write fails with nothing half done, and the next one works once there is', async () => {
    const limit = (pages: number) => transact((tx) => tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`))
    await limit(1)
    const long = 'x'.repeat(1_000_000)
    await expect(
      transact(async (tx) => {
        await tx.label.create({ data: { name: 'half', nameKey: 'half' } })
        await tx.setting.create({ data: { key: 'long', value: long } })
      }),
    ).rejects.toThrow(/full/)
    expect(await db.label.count({ where: { name: 'half' } })).toBe(0)
    await limit(1_000_000)
    await makeLabel('room')
  })

  test('a COMMIT that fails leaves no transaction behind', async () => {
    const broken = transact(async (tx) => {
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
      await tx.session.create({ data: { id: 'x', userId: 999_999, expiresAt: new Date() } })
    })
    await expect(broken).rejects.toThrow(/Foreign ?key/i)
    await makeLabel('after a failed commit')
    expect(await db.session.count()).toBe(0)
  })
})
