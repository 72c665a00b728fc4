import { describe, expect, test } from 'vitest'
import { makeComment, makeLabel, makePost, makeUser } from '@/lib/testing/builders'
import { transact, type Tx } from './transaction'

const write = (run: (tx: Tx) => Promise<unknown>) => transact((tx) => run(tx))
const refusal = /constraint|Foreign key|enum|Invalid value/i

describe('the database itself refuses', () => {
  test('a public post without an address', async () => {
    const { id } = await makePost()
    await expect(write((tx) => tx.post.update({ where: { id }, data: { status: 'published' } }))).rejects.toThrow(refusal)
  })

  test('a planned post without a time', async () => {
    const { id } = await makePost()
    await expect(write((tx) => tx.post.update({ where: { id }, data: { status: 'scheduled' } }))).rejects.toThrow(refusal)
  })

  test('a post in the trash that nobody could bring back', async () => {
    const { id } = await makePost()
    const data = { status: 'trashed', trashedAt: new Date() } as const
    await expect(write((tx) => tx.post.update({ where: { id }, data }))).rejects.toThrow(refusal)
    await expect(
      write((tx) => tx.post.update({ where: { id }, data: { ...data, trashedFrom: 'trashed' } })),
    ).rejects.toThrow(refusal)
  })

  test('two posts at one address, however it is spelt', async () => {
    const { authorId, path, pathKey } = await makePost({ published: true })
    const data = { authorId, path: path!.toUpperCase(), pathKey }
    await expect(write((tx) => tx.post.create({ data }))).rejects.toThrow(refusal)
  })

  test('an address that is none of this site', async () => {
    const { id } = await makePost()
    for (const path of ['//jahat.contoh/a.html', 'a.html']) {
      await expect(write((tx) => tx.post.update({ where: { id }, data: { path, pathKey: path } }))).rejects.toThrow(refusal)
    }
  })

  test('a label without a name, or twice', async () => {
    await expect(write((tx) => tx.label.create({ data: { name: '', nameKey: '' } }))).rejects.toThrow(refusal)
    const { name } = await makeLabel()
    await expect(write((tx) => tx.label.create({ data: { name, nameKey: '' } }))).rejects.toThrow(refusal)
  })

  test('a reply to a comment on another post, or to itself', async () => {
    const parent = await makeComment()
    const other = await makePost({ published: true })
    const reply = { postId: other.id, parentId: parent.id, name: 'B', body: 'b' }
    await expect(write((tx) => tx.comment.create({ data: reply }))).rejects.toThrow(refusal)
    await expect(
      write((tx) => tx.comment.update({ where: { id: parent.id }, data: { parentId: parent.id } })),
    ).rejects.toThrow(refusal)
  })

  test('a comment that says nothing, unless it was deleted', async () => {
    const { id } = await makeComment()
    await expect(write((tx) => tx.comment.update({ where: { id }, data: { body: '' } }))).rejects.toThrow(refusal)
    await write((tx) => tx.comment.update({ where: { id }, data: { body: '', status: 'deleted' } }))
  })

  test('fewer than no views', async () => {
    const { id } = await makePost({ published: true })
    const data = { postId: id, day: 20000, views: -1 }
    await expect(write((tx) => tx.viewCount.create({ data }))).rejects.toThrow(refusal)
  })

  test('a second row for hits on no post on the same day for the same reason', async () => {
    const data = { postId: null, day: 20000, reason: 'bot', hits: 1 }
    await write((tx) => tx.discardedHits.create({ data }))
    await expect(write((tx) => tx.discardedHits.create({ data }))).rejects.toThrow(refusal)
  })

  test('a status that does not exist', async () => {
    const { id } = await makePost()
    await expect(
      write((tx) => tx.$executeRawUnsafe(`UPDATE "Post" SET "status" = 'public' WHERE "id" = ${id}`)),
    ).rejects.toThrow(refusal)
  })

  test('a removed person who could still sign in', async () => {
    const { id } = await makeUser()
    await expect(write((tx) => tx.user.update({ where: { id }, data: { state: 'removed' } }))).rejects.toThrow(refusal)
  })

  test('removing somebody who has posts', async () => {
    const { authorId } = await makePost()
    await expect(write((tx) => tx.user.delete({ where: { id: authorId } }))).rejects.toThrow(refusal)
  })
})
