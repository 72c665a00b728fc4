import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '@/lib/comments/commands'
import { approveComment, markSpam } from '@/lib/comments/moderate'
import { listQueue } from '@/lib/comments/queue'
import { commentInput } from '@/lib/comments/schema'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePost, makeViewer } from '@/lib/testing/builders'
import { operator } from '@/lib/users/commands'
import type { Viewer } from '@/lib/viewer'
import { erasePerson, exportPerson, forgetCommenters } from './commands'

let owner: NonNullable<Viewer>, editor: NonNullable<Viewer>, author: NonNullable<Viewer>
let postId: number
let serial = 0
const email = 'marlina@contoh.id'

beforeAll(async () => {
  owner = await makeViewer('owner')
  editor = await makeViewer('editor')
  author = await makeViewer('author')
})
beforeEach(async () => {
  await transact(async (tx) => {
    await tx.comment.deleteMany()
    await tx.commenter.deleteMany()
    await tx.rateLimit.deleteMany()
    await putSetting(tx, 'commentsForgetAfter', 12)
  })
  postId = (await makePost({ published: true, authorId: author.id })).id
})

const device = (name: string) => `device-${name}`.padEnd(24, 'x')
const write = async (fields: Record<string, unknown>) => {
  const input = commentInput.parse({ postId, name: 'Bu Marlina', body: `Terima kasih ${serial}.`, sendKey: `key-${String(serial++).padStart(16, '0')}`, ...fields })
  return (await addComment(null, input, { address: `10.3.0.${serial}`, agent: 'Phone', language: 'id' })).id
}
const idsOf = (data: { comments: { id: number }[] }) => data.comments.map(({ id }) => id)

describe('one commenter', () => {
  test('is found by the address, and on their device by their name, and nobody else with them', async () => {
    const first = await write({ email, device: device('a') })
    const second = await write({ email: 'Marlina@Contoh.ID', device: device('b') })
    const nameless = await write({ device: device('a'), name: ' bu  MARLINA ' })
    const imported = await makeComment({ postId, name: 'Marlina S.', email: 'MARLINA@contoh.id', externalId: 'old-1' })
    await write({ device: device('a'), name: 'Anak Marlina' })
    await write({ email: 'anak@contoh.id', device: device('a'), name: 'Anak Marlina' })
    await write({ name: 'Bu Marlina', device: device('c') })
    const ids = [first, second, nameless, imported.id].sort((a, b) => a - b)
    expect(idsOf(await exportPerson(operator, { email }))).toEqual(ids)
    for (const commentId of ids) expect(idsOf(await exportPerson(owner, { commentId }))).toEqual(ids)
    expect(await exportPerson(operator, { email: 'siapa@contoh.id' })).toMatchObject({ comments: [], mails: [] })
  })

  test('is given everything that is kept of them', async () => {
    const id = await write({ email, notify: 'on', device: device('d') })
    const row = await db.comment.findUniqueOrThrow({ where: { id }, include: { post: true } })
    const { comments, emails } = await exportPerson(editor, { email })
    expect(emails).toEqual([email])
    expect(comments).toEqual([{
      id, post: { title: row.post.title, address: `http://localhost:3000${row.post.path}` }, parentId: null, status: row.status, name: row.name, email, body: row.body,
      notify: true, createdAt: row.createdAt.toISOString(), editedAt: null, readerHash: row.readerHash, addressHash: row.addressHash, device: row.commenterId,
      judgement: JSON.parse(row.judgement!) as unknown,
    }])
  })

  test('is erased, and their answered comments keep an empty place', async () => {
    const root = await write({ email, device: device('e') })
    await approveComment(owner, root)
    const other = await write({ name: 'Pak Yosua', parentId: root })
    await approveComment(owner, other)
    const mine = await write({ email, parentId: other })
    const alone = await write({ email })
    const imported = await makeComment({ postId, email, externalId: 'old-2', importHash: 'h' })
    await transact((tx) => tx.outgoingMail.create({ data: { recipient: email, subject: 's', body: 'b' } }))
    expect(await erasePerson(editor, { email })).toEqual({ comments: 4, mails: 1 })
    const left = await db.comment.findMany({ where: { postId }, orderBy: { id: 'asc' } })
    expect(left.map(({ id }) => id)).toEqual([root, other, imported.id])
    for (const row of left.filter(({ id }) => id !== other)) {
      expect(row).toMatchObject({ status: 'deleted', name: '-', body: '', email: null, readerHash: null, addressHash: null, sendKey: null, commenterId: null, judgement: null, notify: false })
    }
    expect([mine, alone].length).toBe(2)
    expect(await db.commenter.count({ where: { comments: { none: {} } } })).toBe(0)
    expect(idsOf(await exportPerson(operator, { email }))).toEqual([])
    expect(await erasePerson(operator, { email })).toEqual({ comments: 0, mails: 0 })
  })

  test('leaves nothing of what the filter learnt from them', async () => {
    const before = await db.spamToken.findMany({ orderBy: { token: 'asc' } })
    await markSpam(owner, await write({ email, body: 'Katasangatlangka promosi hebat sekali.' }))
    expect(await db.spamToken.findMany({ orderBy: { token: 'asc' } })).not.toEqual(before)
    await erasePerson(operator, { email })
    const after = (await db.spamToken.findMany({ orderBy: { token: 'asc' } })).filter(({ spam, ham }) => spam + ham > 0)
    expect(after).toEqual(before.filter(({ spam, ham }) => spam + ham > 0))
  })

  test('is not the business of authors, contributors or strangers', async () => {
    const commentId = await write({ email })
    for (const viewer of [null, author, await makeViewer('contributor')]) {
      await expect(exportPerson(viewer, { email })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(erasePerson(viewer, { commentId })).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await db.comment.count({ where: { email } })).toBe(1)
  })

  test('is not somebody with an account', async () => {
    await makeComment({ postId, userId: author.id, name: 'Bu Marlina', email: null })
    await write({ email })
    expect((await exportPerson(operator, { email })).comments).toHaveLength(1)
  })
})

describe('address and hashes', () => {
  test('are forgotten after the months that the owner has set, and what was written stays', async () => {
    const id = await write({ email, notify: 'on', device: device('f') })
    const months = (n: number) => new Date(new Date().setUTCMonth(new Date().getUTCMonth() + n))
    await forgetCommenters(months(11))
    expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ email, notify: true })
    await forgetCommenters(new Date(months(12).getTime() + 86_400_000))
    expect(await db.comment.findUnique({ where: { id } })).toMatchObject({
      email: null, readerHash: null, addressHash: null, sendKey: null, commenterId: null, notify: false, name: 'Bu Marlina',
    })
    expect(await db.commenter.count()).toBe(0)
  })

  test('of a device that still comments are kept', async () => {
    const old = await write({ device: device('g') })
    await transact((tx) => tx.comment.update({ where: { id: old }, data: { createdAt: new Date('2020-01-01') } }))
    await write({ device: device('g') })
    await forgetCommenters()
    expect(await db.commenter.count()).toBe(1)
    expect(await db.comment.count({ where: { commenterId: { not: null } } })).toBe(1)
  })

  test('reach editors only', async () => {
    await write({ email })
    const seen = async (viewer: Viewer) => JSON.stringify(await listQueue(viewer, 'held', 1))
    expect(await seen(editor)).toContain(email)
    const { readerHash, addressHash } = await db.comment.findFirstOrThrow({ where: { email } })
    for (const secret of [email, readerHash!, addressHash!]) expect(await seen(author)).not.toContain(secret)
  })
})
