import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePost, makeViewer } from '@/lib/testing/builders'
import { solvedProof } from '@/lib/testing/proof'
import type { Viewer } from '@/lib/viewer'
import { addBlock, blockWriter, removeBlock, setDeviceTrust } from './block'
import { closeDue } from './close-due'
import { findPostRule, setPostRule } from './post-rule'
import { approveComment, decideComments, deleteComment, markSpam, undoDecisions } from './moderate'
import { findInContext, listBlocks, listQueue } from './queue'
import { receiveComment } from './receive'
import { readReasons } from './reasons'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)
const harmless = 'Terima kasih, Pak. Renungan pagi ini menguatkan saya dan keluarga.'

let serial = 0
const key = () => `device-key-${String(serial++).padStart(8, '0')}`
const deviceToken = () => `perangkat-${String(serial++).padStart(20, '0')}`
const addressOf = (n: number) => `10.2.${n >> 8}.${n & 255}`
/** By script, each from another address. */
async function send(fields: Record<string, unknown>, { address = addressOf(serial++), viewer = null as Viewer } = {}) {
  const received = await receiveComment(viewer, { name: 'Bu Marlina', body: harmless, sendKey: key(), proof: await solvedProof(), ...fields }, { address, agent: 'Phone', language: 'id' })
  if ('refused' in received) return { status: `refused: ${received.refused.reason}`, id: 0, codes: [] as string[] }
  const { status, judgement } = await db.comment.findUniqueOrThrow({ where: { id: received.added.id } })
  return { status: status as string, id: received.added.id, codes: readReasons(judgement).map(({ code }) => code) }
}
const set = (settings: Record<string, unknown>) => transact(async (tx) => { for (const [name, value] of Object.entries(settings)) await putSetting(tx, name, value) })

let owner: Viewer, author: Viewer, other: Viewer
let postId: number
beforeAll(async () => {
  owner = await makeViewer('owner')
  author = await makeViewer('author')
  other = await makeViewer('author')
})
beforeEach(async () => {
  await set({ comments: 'none', commentsOldAfter: 30, commentsCloseAfter: 0, commentsTrustAfter: 1 })
  postId = (await makePost({ published: true, authorId: author!.id })).id
})

describe('who waits', () => {
  test('everybody, where all are held', async () => {
    await set({ comments: 'all' })
    expect(await send({ postId })).toMatchObject({ status: 'held', codes: expect.arrayContaining(['rule.all']) })
  })

  test('nobody, where nothing is held, except who comes without script', async () => {
    expect((await send({ postId })).status).toBe('visible')
    expect(await send({ postId, sendKey: undefined })).toMatchObject({ status: 'held', codes: expect.arrayContaining(['no-script']) })
  })

  test('those on older posts, from the day on that the owner has set', async () => {
    await set({ comments: 'old', commentsOldAfter: 7 })
    const [older, newer] = [await makePost({ published: ago(8) }), await makePost({ published: ago(6) })]
    expect((await send({ postId: older.id })).status).toBe('held')
    expect((await send({ postId: newer.id })).status).toBe('visible')
  })

  test('as the post itself says, if it says something', async () => {
    await set({ comments: 'all' })
    const free = await makePost({ published: true, commentRule: 'none' })
    expect((await send({ postId: free.id })).status).toBe('visible')
    await set({ comments: 'none' })
    const strict = await makePost({ published: true, commentRule: 'all' })
    expect((await send({ postId: strict.id })).status).toBe('held')
  })

  test('nobody may write once the post is closed by its age, the blog’s or its own', async () => {
    await set({ commentsCloseAfter: 10 })
    const at = async (days: number, commentsClose?: number) => (await send({ postId: (await makePost({ published: ago(days), commentsClose })).id })).status
    expect(await at(11)).toBe('refused: closed')
    expect(await at(9)).toBe('visible')
    expect(await at(11, 0)).toBe('visible')
    expect(await at(3, 2)).toBe('refused: closed')
    expect(await at(11, 20)).toBe('visible')
  })
})

test('a post that comes of age is made anew, with its form gone, and others are left alone', async () => {
  await set({ commentsCloseAfter: 10 })
  const now = new Date()
  const aged = await makePost({ published: new Date(now.getTime() - 10 * day - 1000) })
  const own = await makePost({ published: new Date(now.getTime() - 3 * day - 1000), commentsClose: 3 })
  const young = await makePost({ published: new Date(now.getTime() - 9 * day) })
  const before = (await db.purge.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0
  await closeDue(now, new Date(now.getTime() - 60_000))
  const told = (await db.purge.findMany({ where: { id: { gt: before } } })).map(({ tags }) => tags).join()
  for (const { id } of [aged, own]) expect(told).toContain(`"post:${id}"`)
  expect(told).not.toContain(`"post:${young.id}"`)
})

describe('a post’s own rule', () => {
  test('is set by whoever may edit the post, and by nobody else', async () => {
    for (const viewer of [null, other, await makeViewer('contributor')]) {
      await expect(setPostRule(viewer, postId, { rule: 'all', close: 5 })).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
    }
    expect(await findPostRule(postId)).toEqual({ rule: null, close: null })
    await setPostRule(author, postId, { rule: 'all', close: 5 })
    expect(await findPostRule(postId)).toEqual({ rule: 'all', close: 5 })
    expect((await send({ postId })).status).toBe('held')
  })
})

describe('first-timers', () => {
  beforeEach(() => set({ comments: 'first', commentsTrustAfter: 2 }))

  test('wait until their device has been approved often enough; a name or an e-mail counts for nothing', async () => {
    const device = deviceToken()
    const who = { postId, name: 'Pak Yosua', email: 'yosua@contoh.id' }
    for (let n = 0; n < 2; n++) {
      const { id, status } = await send({ ...who, device })
      expect(status).toBe('held')
      await approveComment(owner, id)
    }
    expect(await send({ ...who, device })).toMatchObject({ status: 'visible', codes: expect.arrayContaining(['known']) })
    expect((await send(who)).status).toBe('held')
    expect((await send({ ...who, device: deviceToken() })).status).toBe('held')
    expect((await send({ ...who, device, sendKey: undefined })).status).toBe('held')
  })

  test('wait again when a moderator takes it back, until it is given again', async () => {
    const device = deviceToken()
    const first = await send({ postId, device })
    await set({ commentsTrustAfter: 1 })
    await approveComment(owner, first.id)
    await setDeviceTrust(owner, first.id, false)
    expect((await send({ postId, device })).status).toBe('held')
    await setDeviceTrust(owner, first.id, true)
    expect((await send({ postId, device })).status).toBe('visible')
  })

  test('are not known by an approval that was undone, nor by one that spam outweighs', async () => {
    await set({ commentsTrustAfter: 1 })
    const device = deviceToken()
    const [one, two] = [await send({ postId, device }), await send({ postId, device })]
    const before = await decideComments(owner, [one.id], 'visible')
    await undoDecisions(owner, before)
    expect((await send({ postId, device })).status).toBe('held')
    await approveComment(owner, one.id)
    await markSpam(owner, two.id)
    expect((await send({ postId, device })).status).toBe('held')
  })

  test('a device’s secret is stored as a hash alone', async () => {
    const device = deviceToken()
    const { id } = await send({ postId, device })
    const row = await db.comment.findUniqueOrThrow({ where: { id }, include: { commenter: true } })
    expect(JSON.stringify(row)).not.toContain(device)
    expect(row.commenter!.tokenHash).toHaveLength(64)
  })
})

describe('what is kept out', () => {
  const clear = () => transact((tx) => tx.blockRule.deleteMany())
  beforeEach(clear)

  test('a name, in whatever case, is spam', async () => {
    await addBlock(owner, { kind: 'name', value: 'Raja  Cuan' })
    expect(await send({ postId, name: 'RAJA CUAN' })).toMatchObject({ status: 'spam', codes: expect.arrayContaining(['blocked.name']) })
    expect((await send({ postId, name: 'Raja Cuan Sejati' })).codes).not.toContain('blocked.name')
  })

  test('a word is spam, but not as a part of another', async () => {
    await addBlock(owner, { kind: 'word', value: 'kas' })
    expect((await send({ postId, body: 'Isi KAS dulu.' })).status).toBe('spam')
    expect((await send({ postId, body: 'Terima kasih, sungguh memberkati.' })).status).toBe('visible')
  })

  test('an address waits, since thousands may share it', async () => {
    const address = '198.51.100.23'
    const { id } = await send({ postId }, { address })
    await blockWriter(owner, id, 'address')
    expect(await send({ postId, body: `${harmless} Amin.` }, { address })).toMatchObject({ status: 'held', codes: expect.arrayContaining(['blocked.address']) })
    const rule = (await listBlocks(owner)).find(({ kind }) => kind === 'address')!
    expect(rule.value).not.toContain('198.51')
    await removeBlock(owner, rule.id)
    expect((await send({ postId, body: `${harmless} Haleluya.` }, { address })).status).toBe('visible')
  })

  test('is an editor’s matter', async () => {
    const { id } = await makeComment({ postId, name: 'Raja', addressHash: 'a'.repeat(32) })
    for (const viewer of [null, author, await makeViewer('contributor')]) {
      await expect(addBlock(viewer, { kind: 'word', value: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(blockWriter(viewer, id, 'name')).rejects.toMatchObject({ code: 'forbidden' })
      await expect(setDeviceTrust(viewer, id, false)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(removeBlock(viewer, 1)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await listBlocks(viewer)).toEqual([])
    }
    expect(await db.blockRule.count()).toBe(0)
  })
})

describe('a decision', () => {
  test('on several is one, and is taken back to what each was before', async () => {
    const held = await makeComment({ postId, status: 'held' })
    const spam = await makeComment({ postId, status: 'spam' })
    const before = await decideComments(author, [held.id, spam.id], 'visible')
    const stand = async () => (await db.comment.findMany({ where: { id: { in: [held.id, spam.id] } }, orderBy: { id: 'asc' } })).map(({ status, decidedAt, lesson }) => [status, decidedAt !== null, lesson])
    expect(await stand()).toEqual([['visible', true, 'ham'], ['visible', true, 'ham']])
    await undoDecisions(author, before)
    expect(await stand()).toEqual([['held', false, null], ['spam', false, null]])
  })

  test('on several is none when one of them is somebody else’s', async () => {
    const mine = await makeComment({ postId, status: 'held' })
    const theirs = await makeComment({ status: 'held' })
    await expect(decideComments(author, [mine.id, theirs.id], 'visible')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(undoDecisions(author, [{ id: theirs.id, status: 'visible', isDecided: true }])).rejects.toMatchObject({ code: 'forbidden' })
    expect((await db.comment.findUniqueOrThrow({ where: { id: mine.id } })).status).toBe('held')
  })

  test('teaches the filter spam or ham, a deletion nothing', async () => {
    const { id } = await makeComment({ postId, status: 'held' })
    const lesson = async () => (await db.comment.findUniqueOrThrow({ where: { id } })).lesson
    await markSpam(owner, id)
    expect(await lesson()).toBe('spam')
    await approveComment(owner, id)
    expect(await lesson()).toBe('ham')
    await deleteComment(owner, id)
    expect(await lesson()).toBe('ham')
  })
})

describe('the queue', () => {
  const bodies = async (viewer: Viewer, filter: object) => (await listQueue(viewer, 'held', 1, filter)).comments.map(({ body }) => body)

  test('is searched by name, words and, by editors, e-mail, whatever the capitals', async () => {
    await makeComment({ postId, status: 'held', name: 'Bu Zulaikha', body: 'Jagung bakar', email: 'zul@contoh.id' })
    await makeComment({ postId, status: 'held', name: 'Pak Arman', body: 'Ubi rebus' })
    for (const query of ['zulaikha', 'JAGUNG', 'bu jagung']) expect(await bodies(author, { query, postId })).toEqual(['Jagung bakar'])
    expect(await bodies(owner, { query: 'zul@contoh', postId })).toEqual(['Jagung bakar'])
    expect(await bodies(author, { query: 'zul@contoh', postId })).toEqual([])
    for (const query of ["' OR 1=1 --", '\u0000', '"; DROP TABLE "Comment"', '\uD800', '\\']) expect(Array.isArray(await bodies(owner, { query, postId }))).toBe(true)
  })

  test('is narrowed to one device or one address', async () => {
    const device = deviceToken()
    const [one] = [await send({ postId, device, sendKey: key(), body: 'Satu, terima kasih.' }, { address: '192.0.2.77' })]
    await send({ postId, body: 'Dua, terima kasih.' }, { address: '192.0.2.77' })
    await send({ postId, body: 'Tiga, terima kasih.' })
    const { commenterId } = await db.comment.findUniqueOrThrow({ where: { id: one.id } })
    const seen = async (filter: object) => (await listQueue(owner, 'visible', 1, { postId, ...filter })).comments.map(({ body }) => body.slice(0, 4))
    expect(await seen({ commenterId })).toEqual(['Satu'])
    expect(await seen({ addressOf: one.id })).toEqual(['Dua,', 'Satu'])
  })

  test('shows a comment with what it answers and its answers, to whoever looks after it', async () => {
    const top = await makeComment({ postId, body: 'Awal' })
    const middle = await makeComment({ postId, parentId: top.id, body: 'Tengah', status: 'held' })
    await makeComment({ postId, parentId: middle.id, body: 'Akhir' })
    const found = await findInContext(author, middle.id)
    expect([found!.above.map(({ body }) => body), found!.comment.body, found!.replies.map(({ body }) => body)]).toEqual([['Awal'], 'Tengah', ['Akhir']])
    for (const viewer of [null, other, await makeViewer('contributor')]) expect(await findInContext(viewer, middle.id)).toBeNull()
  })
})
