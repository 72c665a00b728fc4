import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { solvedProof } from '@/lib/testing/proof'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePost, makeViewer } from '@/lib/testing/builders'
import { changeOwnComment, deleteOwnComment, makeOwnLink, openOwnLink, ownFor } from './own'
import { approveComment, holdComment } from './moderate'
import { receiveComment } from './receive'

let postId: number
let serial = 0
const setMode = (mode: string) => transact((tx) => putSetting(tx, 'comments', mode))
const tokenIn = (path: string) => path.split('/').at(-1)!
const dead = { code: 'not_found', reason: 'link.invalid' }

async function write(fields: Record<string, unknown> = {}) {
  const n = serial++
  const received = await receiveComment(null, { postId, name: 'Bu Marlina', body: 'Terima kasih, Pak.', sendKey: `device-key-${String(n).padStart(8, '0')}`, proof: await solvedProof(), ...fields }, { address: `10.3.0.${n}`, agent: 'Phone', language: 'id' })
  if ('refused' in received) throw new Error(JSON.stringify(received))
  return { id: received.added.id, token: received.own && tokenIn(received.own.path) }
}
const row = (id: number) => db.comment.findUniqueOrThrow({ where: { id } })

beforeEach(async () => {
  await setMode('none')
  postId = (await makePost({ published: true })).id
})

describe('a link to one’s own comment', () => {
  test('comes to the device that sent it, and to nobody without one', async () => {
    expect((await write()).token).not.toBeNull()
    expect((await write({ sendKey: undefined, body: 'Tanpa skrip.' })).token).toBeNull()
  })

  test('shows and changes nothing when it is opened, however often', async () => {
    const { id, token } = await write()
    const before = await row(id)
    for (let n = 0; n < 5; n++) expect(await openOwnLink(token!)).toMatchObject({ id, body: 'Terima kasih, Pak.' })
    expect(await row(id)).toEqual(before)
  })

  test('changes the words once, and a new one goes on from there, no longer than the first', async () => {
    const { id, token } = await write()
    await changeOwnComment(token!, { name: 'Marlina', body: 'Terima kasih banyak, Pak.' })
    expect(await row(id)).toMatchObject({ name: 'Marlina', body: 'Terima kasih banyak, Pak.', status: 'visible', editedAt: expect.any(Date) })
    await expect(changeOwnComment(token!, { name: 'Marlina', body: 'Lagi.' })).rejects.toMatchObject(dead)
    const next = (await makeOwnLink(id))!
    expect(next.until.getTime()).toBe((await row(id)).createdAt.getTime() + ownFor)
    await changeOwnComment(tokenIn(next.path), { name: 'Marlina', body: 'Sekali lagi terima kasih.' })
    expect((await row(id)).body).toBe('Sekali lagi terima kasih.')
  })

  test('ends after fifteen minutes', async () => {
    const { id, token } = await write()
    const late = new Date((await row(id)).createdAt.getTime() + ownFor + 1000)
    await expect(openOwnLink(token!, late)).rejects.toMatchObject(dead)
    await expect(changeOwnComment(token!, { name: 'x', body: 'y' }, late)).rejects.toMatchObject(dead)
    await expect(deleteOwnComment(token!, late)).rejects.toMatchObject(dead)
    expect(await makeOwnLink(id, late)).toBeNull()
  })

  test('opens no other comment, and no other purpose opens this one', async () => {
    const [mine, theirs] = [await write(), await write({ body: 'Punya orang lain.' })]
    const [body, mac] = mine.token!.split('.')
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body!, 'base64url').toString()), subject: String(theirs.id) })).toString('base64url')
    for (const token of [`${forged}.${mac}`, `${body}.`, `${body}.${mac!.slice(1)}x`, '', 'x.y', `${theirs.token!.split('.')[0]}.${mac}`]) {
      await expect(deleteOwnComment(token)).rejects.toMatchObject(dead)
    }
    expect((await row(theirs.id)).status).toBe('visible')
  })
})

describe('changed words', () => {
  test('are judged like new ones', async () => {
    const { id, token } = await write()
    await changeOwnComment(token!, { name: 'Admin Slot', body: 'Daftar slot gacor maxwin hari ini di https://slotgacor88.example bonus 100% tanpa deposit' })
    expect((await row(id)).status).not.toBe('visible')
  })

  test('wait again where comments wait, though the first ones were approved', async () => {
    await setMode('all')
    const { id, token } = await write()
    await approveComment(await makeViewer('owner'), id)
    await changeOwnComment(token!, { name: 'Bu Marlina', body: 'Terima kasih, Bu.' })
    expect(await row(id)).toMatchObject({ status: 'held', decidedAt: null, lesson: null })
  })

  test('never make a comment more visible than it was', async () => {
    const { id, token } = await write()
    await holdComment(await makeViewer('owner'), id)
    await changeOwnComment(token!, { name: 'Bu Marlina', body: 'Terima kasih, Bu.' })
    expect((await row(id)).status).toBe('held')
  })
})

test('what somebody deletes is gone, and keeps its place for its replies', async () => {
  const { id, token } = await write({ email: 'marlina@contoh.id' })
  await makeComment({ postId, parentId: id })
  await deleteOwnComment(token!)
  expect(await row(id)).toMatchObject({ status: 'deleted', body: '', email: null, readerHash: null, addressHash: null })
  await expect(openOwnLink(token!)).rejects.toMatchObject(dead)
  await expect(holdComment(await makeViewer('owner'), id)).rejects.toMatchObject({ reason: 'comment.gone' })
})
