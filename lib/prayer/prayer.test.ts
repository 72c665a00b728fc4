import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer } from '@/lib/testing/mail-server'
import type { Viewer } from '@/lib/viewer'

let server: Awaited<ReturnType<typeof startMailServer>>
let build: typeof import('@/lib/testing/builders')
let commands: typeof import('./commands')
let queries: typeof import('./queries')
let { receivePrayer }: typeof import('./receive') = {} as never
let { putSetting }: typeof import('@/lib/settings/commands') = {} as never
let { sendOutgoing }: typeof import('@/lib/mail/outbox') = {} as never
let { db }: typeof import('@/lib/db/client') = {} as never
let { transact }: typeof import('@/lib/db/transaction') = {} as never
let owner: NonNullable<Viewer>, named: NonNullable<Viewer>, editor: NonNullable<Viewer>

beforeAll(async () => {
  server = await startMailServer()
  ;[build, commands, queries, { receivePrayer }, { putSetting }, { sendOutgoing }, { db }, { transact }] = await Promise.all([
    import('@/lib/testing/builders'), import('./commands'), import('./queries'), import('./receive'), import('@/lib/settings/commands'),
    import('@/lib/mail/outbox'), import('@/lib/db/client'), import('@/lib/db/transaction'),
  ])
  owner = await build.makeViewer('owner')
  named = await build.makeViewer('author')
  editor = await build.makeViewer('editor')
})
afterAll(() => server.close())
beforeEach(async () => {
  await transact(async (tx) => {
    await tx.prayerRequest.deleteMany()
    await tx.outgoingMail.deleteMany()
    await tx.rateLimit.deleteMany()
    await putSetting(tx, 'prayer', true)
    await putSetting(tx, 'prayerReaders', [named.id])
  })
})

const words = 'Mohon doa untuk ayah saya yang dirawat. Saya juga terjerat utang pinjaman online dan malu mengatakannya.'
const from = { address: '203.0.113.9', agent: 'Phone', language: 'id' }
let serial = 0
const elsewhere = () => ({ ...from, address: `10.2.${serial >> 8}.${serial++ & 255}` })

describe('a prayer request', () => {
  it('needs words alone, and is read by the owner and those named', async () => {
    expect(await receivePrayer({ body: words }, elsewhere())).toBeNull()
    for (const viewer of [owner, named]) expect((await queries.listPrayers(viewer, 1)).prayers).toMatchObject([{ name: '', body: words, readAt: null }])
    expect(await queries.countUnreadPrayers(named)).toBe(1)
  })

  it('is found by nobody else, whatever they may do otherwise', async () => {
    await receivePrayer({ body: words }, elsewhere())
    const { id } = await db.prayerRequest.findFirstOrThrow()
    for (const viewer of [null, editor, await build.makeViewer('contributor')]) {
      await expect(queries.listPrayers(viewer, 1)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(commands.markPrayer(viewer, id, true)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(commands.deletePrayer(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await queries.countUnreadPrayers(viewer)).toBeNull()
    }
    expect(await db.prayerRequest.count({ where: { readAt: null } })).toBe(1)
  })

  it('is told by mail without a word of it', async () => {
    server.received.length = 0
    await receivePrayer({ name: 'Bu Rahel', body: words }, elsewhere())
    await sendOutgoing()
    expect(server.received).toHaveLength(2)
    for (const { raw, subject, text } of server.received) {
      expect(subject).toContain('pokok doa')
      for (const told of ['Rahel', 'ayah', 'dirawat', 'terjerat']) expect(`${raw}${subject}${text}`).not.toContain(told)
    }
  })

  it('sent twice, also at once, is there once', async () => {
    await Promise.all([1, 2, 3].map(() => receivePrayer({ body: words }, from)))
    await receivePrayer({ body: `  ${words}\n` }, from)
    expect(await db.prayerRequest.count()).toBe(1)
    await receivePrayer({ body: words }, elsewhere())
    expect(await db.prayerRequest.count()).toBe(2)
  })

  it.each([
    ['nothing in it', { body: ' \n\u200b ' }, { fields: { body: 'body' } }],
    ['too many words', { body: 'x'.repeat(5001) }, { fields: { body: 'bodyLong' } }],
    ['a long name', { name: 'y'.repeat(81) }, { fields: { name: 'nameLong' } }],
    ['a filled trap', { website: 'http://spam.example' }, { reason: 'robot' }],
    ['an advertisement', { body: 'SLOT GACOR maxwin deposit pulsa tanpa potongan, daftar sekarang https://slot-gacor.example bonus new member 100%' }, { reason: 'spam' }],
  ])('with %s comes back with everything typed', async (_, fields, refused) => {
    const typed = { name: 'Bu Rahel', body: words, ...fields }
    const { name, body } = typed
    expect(await receivePrayer(typed, elsewhere())).toMatchObject({ status: 422, refused: { ...refused, values: { name, body } } })
    expect(await db.prayerRequest.count()).toBe(0)
  })

  it('comes five times in ten minutes from one reader and no more, and thirty times an hour from one address', async () => {
    const results = []
    for (let i = 0; i < 7; i++) results.push(await receivePrayer({ body: `${words} ${i}` }, from))
    expect(results.map((result) => result?.status ?? 0)).toEqual([0, 0, 0, 0, 0, 429, 429])
    expect(results.at(-1)).toMatchObject({ refused: { reason: 'often', values: { body: `${words} 6` } } })
    for (let i = 0; i < 30; i++) await receivePrayer({ body: `${words} ${i}` }, { ...from, agent: `Phone ${i}` })
    expect(await db.prayerRequest.count()).toBe(30)
  })

  it('is taken only where the owner wants it so', async () => {
    await transact((tx) => putSetting(tx, 'prayer', false))
    expect(await receivePrayer({ body: words }, elsewhere())).toMatchObject({ status: 404, refused: { reason: 'closed', values: { body: words } } })
  })

  it('is forgotten after the days that the form names', async () => {
    const day = 86_400_000
    await receivePrayer({ body: words }, elsewhere())
    await commands.forgetOldPrayers(new Date(Date.now() + 89 * day))
    expect(await db.prayerRequest.count()).toBe(1)
    await transact((tx) => putSetting(tx, 'prayerForgetAfter', 30))
    await commands.forgetOldPrayers(new Date(Date.now() + 31 * day))
    expect(await db.prayerRequest.count()).toBe(0)
  })

  it('is marked as prayed for, and deleted, by those who read it', async () => {
    await receivePrayer({ body: words }, elsewhere())
    const { id } = await db.prayerRequest.findFirstOrThrow()
    await commands.markPrayer(named, id, true)
    expect(await queries.countUnreadPrayers(owner)).toBe(0)
    await commands.deletePrayer(named, id)
    expect(await db.prayerRequest.count()).toBe(0)
    await expect(commands.deletePrayer(named, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves nothing of itself outside its own table', async () => {
    await receivePrayer({ name: 'Bu Rahel Unik', body: 'Katapenandayanglangka dalam doa ini.' }, elsewhere())
    const others = await Promise.all([
      db.outgoingMail.findMany(), db.rateLimit.findMany(), db.activity.findMany(), db.purge.findMany(), db.spamToken.findMany(), db.comment.findMany(),
    ])
    expect(JSON.stringify(others)).not.toMatch(/katapenanda|rahel unik/i)
  })
})
