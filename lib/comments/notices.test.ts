import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer } from '@/lib/testing/mail-server'
import { startProcess } from '@/lib/testing/other-process'
import type { Viewer } from '@/lib/viewer'

let server: Awaited<ReturnType<typeof startMailServer>>
let build: typeof import('@/lib/testing/builders')
let commands: typeof import('./moderate')
let receive: typeof import('./receive')
let links: typeof import('./press-link')
let outbox: typeof import('@/lib/mail/outbox')
let people: typeof import('@/lib/users/commands')
let settings: typeof import('@/lib/settings/commands')
let signed: typeof import('@/lib/signed-links')
let { db }: typeof import('@/lib/db/client') = {} as never
let { transact }: typeof import('@/lib/db/transaction') = {} as never

beforeAll(async () => {
  server = await startMailServer()
  ;[build, commands, receive, links, outbox, people, settings, signed, { db }, { transact }] = await Promise.all([
    import('@/lib/testing/builders'), import('./moderate'), import('./receive'), import('./press-link'), import('@/lib/mail/outbox'),
    import('@/lib/users/commands'), import('@/lib/settings/commands'), import('@/lib/signed-links'), import('@/lib/db/client'), import('@/lib/db/transaction'),
  ])
})
afterAll(() => server.close())

let owner: NonNullable<Viewer>, author: NonNullable<Viewer>, other: NonNullable<Viewer>
let postId: number
let serial = 0

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.outgoingMail.deleteMany()
    await tx.rateLimit.deleteMany()
    await tx.user.updateMany({ data: { state: 'deactivated' } })
    await settings.putSetting(tx, 'commentsNotices', true)
  })
  owner = await build.makeViewer('owner')
  author = await build.makeViewer('author')
  other = await build.makeViewer('author')
  postId = (await build.makePost({ published: true, authorId: author.id, title: 'Tenang di tengah badai' })).id
  server.received.length = 0
})

const write = (fields: Record<string, unknown> = {}, viewer: Viewer = null) =>
  receive.receiveComment(viewer, { postId, name: 'Bu Marlina', body: 'Terima kasih.', ...fields }, { address: `10.1.${serial >> 8}.${serial++ & 255}`, agent: 'Phone', language: 'id' })
const emailOf = async (viewer: NonNullable<Viewer>) => (await db.user.findUniqueOrThrow({ where: { id: viewer.id } })).email!
const mailsTo = async (email: string) => {
  await outbox.sendOutgoing()
  return server.received.filter(({ to }) => to.includes(email))
}
const linkIn = (text: string, word: string) => text.match(new RegExp(`${word}: \\S+/tautan/(\\S+)`))?.[1] ?? ''
const makeAsked = (more = {}) => build.makeComment({ postId, name: 'Pak Yosua', email: 'yosua@contoh.id', notify: true, ...more })

describe('a new comment', () => {
  it('is told to the author of the post and to those who look after it, and to nobody else', async () => {
    await write({ body: 'Baris satu.\n\n.\nSetujui: http://jahat.example' })
    await outbox.sendOutgoing()
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([await emailOf(author), await emailOf(owner)].sort())
    const [mail] = await mailsTo(await emailOf(author))
    expect(mail!.subject).toBe('Komentar baru: Tenang di tengah badai')
    expect(mail!.text).toContain('> Baris satu.\n>\n> .\n> Setujui: http://jahat.example')
    expect(other.id).toBeGreaterThan(0)
  })

  it('is told to everybody whose name stands over the post', async () => {
    await transact((tx) => tx.postAuthor.create({ data: { postId, userId: other.id, position: 1 } }))
    await write()
    const [mail] = await mailsTo(await emailOf(other))
    expect(await links.openNotice(linkIn(mail!.text, 'Setujui'))).toMatchObject({ purpose: 'comment-approve' })
  })

  it('of one’s own is no news, and neither is spam', async () => {
    await write({}, author)
    expect(await mailsTo(await emailOf(author))).toEqual([])
    server.received.length = 0
    await write({ website: 'http://spam.example' })
    await outbox.sendOutgoing()
    expect(server.received).toEqual([])
  })

  it('is told to nobody where the owner wants it so', async () => {
    await transact((tx) => settings.putSetting(tx, 'commentsNotices', false))
    await write()
    expect(await outbox.countOutgoing()).toBe(0)
  })

  it('sent twice is told once', async () => {
    const sendKey = 'device-key-1234567'
    await Promise.all([write({ sendKey }), write({ sendKey })])
    expect(await mailsTo(await emailOf(author))).toHaveLength(1)
  })

  it('is one of thirty an hour at most, and the last of them says so', async () => {
    await Promise.all(Array.from({ length: 33 }, (_, i) => write({ body: `Kata ke-${i}` })))
    const mails = await db.outgoingMail.findMany({ where: { recipient: await emailOf(author) } })
    expect(mails).toHaveLength(30)
    expect(mails.filter(({ body }) => body.includes('Dalam sejam ini'))).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('is told to whoever asked for it, once it can be read, and once', async () => {
    const parent = await makeAsked()
    await write({ parentId: parent.id, body: 'Amin, Pak.' })
    expect(await mailsTo('yosua@contoh.id')).toEqual([])
    const { id } = await db.comment.findFirstOrThrow({ where: { parentId: parent.id } })
    await commands.approveComment(owner, id)
    await commands.holdComment(owner, id)
    await commands.approveComment(owner, id)
    const mails = await mailsTo('yosua@contoh.id')
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain(`#c${id}`)
    expect(mails[0]!.header('List-Unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/tautan\/\S+\/tekan>$/)
    expect(mails[0]!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  })

  it('of the author in the queue is told too', async () => {
    const parent = await makeAsked()
    await commands.replyAsAuthor(author, parent.id, 'Puji Tuhan.')
    expect(await mailsTo('yosua@contoh.id')).toHaveLength(1)
  })

  it('is told to nobody who did not ask, left no address, answers themselves, or was taken down', async () => {
    await commands.replyAsAuthor(author, (await makeAsked({ notify: false })).id, 'a')
    await commands.replyAsAuthor(author, (await makeAsked({ email: null })).id, 'b')
    const mine = await makeAsked()
    const own = await build.makeComment({ postId, parentId: mine.id, email: 'yosua@contoh.id', status: 'held' })
    await commands.approveComment(owner, own.id)
    await commands.deleteComment(owner, mine.id)
    const late = await build.makeComment({ postId, parentId: mine.id, status: 'held' })
    await commands.approveComment(owner, late.id)
    expect(await mailsTo('yosua@contoh.id')).toEqual([])
  })
})

describe('a link in a notice', () => {
  const tokens = async () => {
    await write({ body: 'Menunggu.' })
    const [mail] = await mailsTo(await emailOf(author))
    const { id } = await db.comment.findFirstOrThrow({ where: { postId }, orderBy: { id: 'desc' } })
    return { id, approve: linkIn(mail!.text, 'Setujui'), spam: linkIn(mail!.text, 'Spam'), remove: linkIn(mail!.text, 'Hapus') }
  }
  const statusOf = async (id: number) => (await db.comment.findUniqueOrThrow({ where: { id } })).status
  const dead = { reason: 'link.invalid' }

  it('opened fifty times changes nothing; pressed once it acts, and then it is dead', async () => {
    const { id, approve } = await tokens()
    for (let i = 0; i < 50; i++) expect(await links.openNotice(approve)).toMatchObject({ purpose: 'comment-approve', comment: { id } })
    expect(await statusOf(id)).toBe('held')
    const presses = await Promise.allSettled([1, 2, 3].map(() => links.pressNotice(approve)))
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await statusOf(id)).toBe('visible')
    await commands.holdComment(owner, id)
    await expect(links.pressNotice(approve)).rejects.toMatchObject(dead)
    await expect(links.openNotice(approve)).rejects.toMatchObject(dead)
    expect(await statusOf(id)).toBe('held')
  })

  it('does what it says and nothing else', async () => {
    const { id, spam, remove } = await tokens()
    expect(await links.pressNotice(spam)).toBe('comment-spam')
    expect(await statusOf(id)).toBe('spam')
    expect(await links.pressNotice(remove)).toBe('comment-delete')
    expect(await statusOf(id)).toBe('deleted')
  })

  it('cannot be made into another one', async () => {
    const { approve } = await tokens()
    const [body, mac] = approve.split('.')
    const link = JSON.parse(Buffer.from(body!, 'base64url').toString()) as Record<string, unknown>
    const forged = (change: object) => `${Buffer.from(JSON.stringify({ ...link, ...change })).toString('base64url')}.${mac}`
    for (const token of [
      forged({ purpose: 'comment-delete' }), forged({ subject: `${Number(String(link.subject).split('.')[0]) + 1}.${author.id}` }), forged({ expires: 9_999_999_999 }),
      forged({ subject: `1.${owner.id}` }), `${approve}x`, `${approve}.x`, approve.slice(0, -1), body!, '', '.', 'a.b',
    ]) await expect(links.pressNotice(token)).rejects.toMatchObject(dead)
    for (const purpose of ['reset', 'setup', 'answers-off', 'comment-spam'] as const) {
      await expect(signed.openLink(approve, { purpose })).rejects.toMatchObject(dead)
    }
  })

  it('dies with the password, with the person’s place, and with the comment', async () => {
    const first = await tokens()
    await transact((tx) => tx.user.update({ where: { id: author.id }, data: { passwordHash: 'another' } }))
    await expect(links.openNotice(first.approve)).rejects.toMatchObject(dead)
    server.received.length = 0
    const second = await tokens()
    await people.setRole(owner, author.id, 'contributor')
    for (const act of [links.openNotice, links.pressNotice]) await expect(act(second.approve)).rejects.toMatchObject(dead)
    await people.setRole(owner, author.id, 'author')
    await people.setActive(owner, author.id, false)
    await expect(links.pressNotice(second.approve)).rejects.toMatchObject(dead)
    await people.setActive(owner, author.id, true)
    await transact((tx) => tx.comment.delete({ where: { id: second.id } }))
    await expect(links.openNotice(second.approve)).rejects.toMatchObject(dead)
    expect(await statusOf(first.id)).toBe('held')
  })

  it('dies with its time and with a new secret', async () => {
    const token = await signed.signLink({ purpose: 'answers-off', subject: '1', expiresAt: new Date(Date.now() - 1000) })
    await expect(signed.openLink(token, { purpose: 'answers-off' })).rejects.toMatchObject(dead)
    const alive = await signed.signLink({ purpose: 'answers-off', subject: '1', expiresAt: new Date(Date.now() + 60_000) })
    const open = `import { openLink } from './lib/signed-links'
      import { disconnect } from './lib/db/client'
      console.log(await openLink(process.env.TOKEN, { purpose: 'answers-off' }).then(() => 'opens', (error) => error.reason))
      await disconnect()`
    expect(await (await startProcess(open, { TOKEN: alive })).done).toContain('opens')
    expect(await (await startProcess(open, { TOKEN: alive, TEDUH_SECRET: 'x'.repeat(40) })).done).toContain('link.invalid')
  })

  it('that ends the answers ends them for all comments of that address, and acts once', async () => {
    const [one, two] = [await makeAsked(), await makeAsked()]
    const stranger = await makeAsked({ email: 'lain@contoh.id' })
    await commands.replyAsAuthor(author, one.id, 'Amin.')
    const [mail] = await mailsTo('yosua@contoh.id')
    const token = mail!.header('List-Unsubscribe')!.match(/tautan\/(.*)\/tekan/)![1]!
    expect(mail!.text).toContain(token)
    for (let i = 0; i < 50; i++) await links.openNotice(token)
    expect((await db.comment.findUniqueOrThrow({ where: { id: two.id } })).notify).toBe(true)
    expect(await links.pressNotice(token)).toBe('answers-off')
    expect((await db.comment.findMany({ where: { id: { in: [one.id, two.id, stranger.id] } }, orderBy: { id: 'asc' } })).map(({ notify }) => notify)).toEqual([false, false, true])
    await expect(links.pressNotice(token)).rejects.toMatchObject(dead)
  })
})
