import { describe, expect, test } from 'vitest'
import { db, engine } from './client'
import { exclusive } from './dialect'
import { transact } from './transaction'
import { makeLabel, makeUser } from '@/lib/testing/builders'
import { startProcess } from '@/lib/testing/other-process'

describe('transact', () => {
  test('purges what it touched after the commit, and not before', async () => {
    const purged: unknown[] = []
    const seenAtPurge: Promise<number>[] = []
    Object.assign(globalThis, {
      [Symbol.for('teduh.page-cache')]: {
        purge: (tags: string[]) => {
          purged.push(tags)
          seenAtPurge.push(db.label.count({ where: { name: 'Sabar' } }))
        },
      },
    })
    await transact(async (tx, touch) => {
      await tx.label.create({ data: { name: 'Sabar', nameKey: 'sabar' } })
      touch('lists', 'labels')
      expect(purged).toEqual([])
    })
    expect(purged).toEqual([['lists', 'labels']])
    expect(await seenAtPurge[0]).toBe(1)
    expect(await db.purge.count()).toBe(1)
  })

  test('a rollback leaves neither data nor a purge', async () => {
    const before = await db.purge.count()
    await expect(
      transact(async (tx, touch) => {
        touch('lists')
        await tx.label.create({ data: { name: 'Batal', nameKey: 'batal' } })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await db.label.count({ where: { name: 'Batal' } })).toBe(0)
    expect(await db.purge.count()).toBe(before)
  })

  test('what is not committed is not seen, even in the same process', async () => {
    await transact(async (tx) => {
      await tx.label.create({ data: { name: 'Belum', nameKey: 'belum' } })
      expect(await db.label.count({ where: { name: 'Belum' } })).toBe(0)
    })
    expect(await db.label.count({ where: { name: 'Belum' } })).toBe(1)
  })

  test('fifty at once that read, add one and write lose none', async () => {
    const user = await makeUser({ bio: '0' })
    await Promise.all(
      Array.from({ length: 50 }, () =>
        transact(async (tx) => {
          await exclusive(tx, 'counter')
          const { bio } = await tx.user.findUniqueOrThrow({ where: { id: user.id } })
          await tx.user.update({ where: { id: user.id }, data: { bio: String(Number(bio) + 1) } })
        }),
      ),
    )
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).bio).toBe('50')
  })

  test('two that write the same rows in the opposite order both succeed', async () => {
    const [one, two] = [await makeLabel(), await makeLabel()]
    let runs = 0
    // On PostgreSQL each waits until the other, too, has its first row; SQLite lets one in after the other.
    let haveOne = 0
    let arrived = () => {}
    const bothHaveOne = new Promise<void>((resolve) => { arrived = resolve })
    const rename = (first: number, second: number, nameKey: string) =>
      transact(async (tx) => {
        runs++
        await tx.label.update({ where: { id: first }, data: { nameKey } })
        if (++haveOne === 2) arrived()
        if (engine === 'postgresql') await bothHaveOne
        await tx.label.update({ where: { id: second }, data: { nameKey } })
      })
    await Promise.all([rename(one.id, two.id, 'a'), rename(two.id, one.id, 'b')])
    const keys = await db.label.findMany({ where: { id: { in: [one.id, two.id] } }, select: { nameKey: true } })
    expect(keys[0]).toEqual(keys[1])
    // One of the two was PostgreSQL's victim and began again; SQLite let them in one after the other.
    expect(runs).toBe(engine === 'sqlite' ? 2 : 3)
  })

  test('what was committed before kill -9 is there, and what was not is not', async () => {
    const other = await startProcess(`
      import { transact } from '@/lib/db/transaction'
      const name = (name) => ({ data: { name, nameKey: name } })
      await transact(async (tx) => { await tx.label.create(name('kept')) })
      await transact(async (tx) => {
        await tx.label.create(name('lost'))
        console.log('in the middle')
        await new Promise((resolve) => setTimeout(resolve, 20_000))
      })`)
    await other.says('in the middle')
    other.kill()
    await other.ended
    expect(await db.label.count({ where: { name: 'kept' } })).toBe(1)
    expect(await db.label.count({ where: { name: 'lost' } })).toBe(0)
    await makeLabel('written after')
  })

  test('of two that put the same row in at once, the second finds that of the first', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `race-${i}`)
    const put = (key: string) => transact((tx) => tx.setting.upsert({ where: { key }, create: { key, value: '1' }, update: {} }))
    const rows = await Promise.all(keys.flatMap((key) => [put(key), put(key), put(key)]))
    expect(new Set(rows.map(({ key }) => key)).size).toBe(keys.length)
  })
})
