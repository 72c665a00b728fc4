import { describe, expect, test } from 'vitest'
import { db, engine } from './client'
import { exclusive } from './dialect'
import { transact } from './transaction'
import { makeLabel, makePost, makeUser } from '@/lib/testing/builders'

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
})

describe.runIf(engine === 'sqlite')('SQLite', () => {
  test('the connection for reading cannot write', async () => {
    await expect(db.label.create({ data: { name: 'x', nameKey: 'x' } })).rejects.toThrow()
  })

  test('runs in WAL, with FULL and foreign keys', async () => {
    const pragma = async (name: string) => Object.values((await db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0]!)[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(Number(await pragma('synchronous'))).toBe(2)
    expect(Number(await pragma('foreign_keys'))).toBe(1)
  })
})

describe('constraints keep wrong data out', () => {
  const refused = (run: Parameters<typeof transact>[0]) => expect(transact(run)).rejects.toThrow()

  test('a public post without an address', async () => {
    const { id } = await makePost()
    await refused((tx) => tx.post.update({ where: { id }, data: { status: 'published' } }))
  })
  test('a planned post without a time', async () => {
    const { id } = await makePost()
    await refused((tx) => tx.post.update({ where: { id }, data: { status: 'scheduled' } }))
  })
  test('two posts at one address, however it is spelt', async () => {
    const post = await makePost({ published: true })
    await refused((tx) => tx.post.create({ data: { authorId: post.authorId, path: post.path!.toUpperCase(), pathKey: post.pathKey } }))
  })
  test('a label without a name, or twice', async () => {
    await refused((tx) => tx.label.create({ data: { name: '', nameKey: '' } }))
    const { name } = await makeLabel()
    await refused((tx) => tx.label.create({ data: { name, nameKey: '' } }))
  })
  test('a reply to a comment on another post', async () => {
    const [one, other] = [await makePost({ published: true }), await makePost({ published: true })]
    const parent = await transact((tx) => tx.comment.create({ data: { postId: one.id, name: 'A', body: 'a' } }))
    await refused((tx) => tx.comment.create({ data: { postId: other.id, parentId: parent.id, name: 'B', body: 'b' } }))
  })
  test('fewer than no views', async () => {
    const { id } = await makePost({ published: true })
    await refused((tx) => tx.viewCount.create({ data: { postId: id, day: 20000, views: -1 } }))
  })
  test('a status that does not exist', async () => {
    await refused((tx) => tx.$executeRawUnsafe(`UPDATE "Post" SET "status" = 'public'`))
  })
})
