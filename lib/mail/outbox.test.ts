import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer } from '@/lib/testing/mail-server'
import { startProcess } from '@/lib/testing/other-process'

let server: Awaited<ReturnType<typeof startMailServer>>
let outbox: typeof import('./outbox')
let transaction: typeof import('@/lib/db/transaction')
let client: typeof import('@/lib/db/client')

beforeAll(async () => {
  server = await startMailServer()
  ;[outbox, transaction, client] = await Promise.all([import('./outbox'), import('@/lib/db/transaction'), import('@/lib/db/client')])
})
afterAll(() => server.close())
beforeEach(async () => {
  server.received.length = 0
  Object.assign(server.state, { mood: 'takes', slowness: 0 })
  await transaction.transact((tx) => tx.outgoingMail.deleteMany())
})

const mail = { to: 'marlina@contoh.id', subject: 'Balasan – untuk Anda', text: 'Shalom Bu Marlina,\n\nada balasan “baru”.' }
const put = (more: Partial<typeof mail> & { headers?: Record<string, string> } = {}) => transaction.transact((tx) => outbox.putMail(tx, { ...mail, ...more }))
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe('a mail in the outbox', () => {
  it('is sent once, as it was written, and is gone', async () => {
    await put({ headers: { 'List-Unsubscribe': '<https://contoh.id/x>' } })
    await outbox.sendOutgoing()
    await outbox.sendOutgoing(later(60))
    expect(server.received).toHaveLength(1)
    const [arrived] = server.received
    expect(arrived).toMatchObject({ from: 'surat@teduh.example', to: [mail.to], subject: mail.subject, text: `${mail.text}\n` })
    expect(arrived!.header('List-Unsubscribe')).toBe('<https://contoh.id/x>')
    expect(arrived!.header('Auto-Submitted')).toBe('auto-generated')
    expect(await outbox.countOutgoing()).toBe(0)
  })

  it('is not there when what it tells of did not happen', async () => {
    const failed = transaction.transact(async (tx) => {
      await outbox.putMail(tx, mail)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await outbox.countOutgoing()).toBe(0)
  })

  it('that the server wants later comes later, each time after a longer pause', async () => {
    server.state.mood = 'later'
    await put()
    const pauses: number[] = []
    for (let now = Date.now(), i = 0; i < 4; i++) {
      await outbox.sendOutgoing(new Date(now))
      const { dueAt, attempts } = await client.db.outgoingMail.findFirstOrThrow()
      expect(attempts).toBe(i + 1)
      pauses.push(dueAt.getTime() - now)
      now = dueAt.getTime()
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(server.received).toEqual([])
    server.state.mood = 'takes'
    await outbox.sendOutgoing(later(60 * 24))
    expect(server.received).toHaveLength(1)
  })

  it('that the server refuses for good is not tried again, and holds up none of the others', async () => {
    server.state.mood = 'refuses'
    await put()
    await put({ to: 'yosua@contoh.id' })
    await outbox.sendOutgoing()
    expect(await outbox.countOutgoing()).toBe(0)
    expect(server.received).toEqual([])
  })

  it('to an address of a stranger’s making goes to that one address or to nobody', async () => {
    await put({ to: 'satu@contoh.id, dua@contoh.id' })
    await put({ to: 'tiga@contoh.id\r\nRCPT TO:<empat@contoh.id>' })
    await outbox.sendOutgoing()
    expect(server.received.flatMap(({ to }) => to).filter((to) => /^(satu|dua|empat)@contoh\.id$/.test(to))).toEqual([])
  })

  it('is given up after three days', async () => {
    server.state.mood = 'later'
    await put()
    await outbox.sendOutgoing(later(3 * 24 * 60 - 1))
    expect(await outbox.countOutgoing()).toBe(1)
    await outbox.sendOutgoing(later(3 * 24 * 60 + 1))
    expect(await outbox.countOutgoing()).toBe(0)
  })
})

describe('several servers', () => {
  it('send each mail once between them', async () => {
    for (let i = 0; i < 12; i++) await put({ to: `pembaca${i}@contoh.id` })
    const other = await startProcess(`
      import { sendOutgoing } from './lib/mail/outbox'
      import { disconnect } from './lib/db/client'
      await sendOutgoing()
      await disconnect()`)
    await Promise.all([outbox.sendOutgoing(), outbox.sendOutgoing(), other.done])
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual(Array.from({ length: 12 }, (_, i) => `pembaca${i}@contoh.id`).sort())
    expect(await outbox.countOutgoing()).toBe(0)
  })

  it('go on where one was killed, and the mail is known by its id if it did arrive', async () => {
    await put()
    server.state.slowness = 5000
    const other = await startProcess(`
      import { sendOutgoing } from './lib/mail/outbox'
      await sendOutgoing()`)
    while (server.received.length === 0) await new Promise((resolve) => { setTimeout(resolve, 20) })
    other.kill('SIGKILL')
    await other.ended
    server.state.slowness = 0
    await outbox.sendOutgoing()
    expect(server.received).toHaveLength(1)
    await outbox.sendOutgoing(later(3))
    expect(server.received).toHaveLength(2)
    expect(server.received[0]!.header('Message-ID')).toBe(server.received[1]!.header('Message-ID'))
  })
})

it('without a mail server nothing is sent and nothing piles up', async () => {
  const other = await startProcess(
    `import { putMail, sendOutgoing, countOutgoing } from './lib/mail/outbox'
     import { transact } from './lib/db/transaction'
     import { disconnect } from './lib/db/client'
     await transact((tx) => putMail(tx, { to: 'a@contoh.id', subject: 'x', text: 'x' }))
     await sendOutgoing()
     console.log('left', await countOutgoing())
     await disconnect()`,
    { SMTP_URL: '' },
  )
  expect(await other.done).toContain('left 0')
})
