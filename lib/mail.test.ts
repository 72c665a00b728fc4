import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

type Received = { from: string; to: string[]; text: string }
const received: Received[] = []
let refuses = false

/** A real server in this process; it writes down what arrives. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refuses) return done(new Error('mailbox full'))
      const { mailFrom, rcptTo } = session.envelope
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() })
      done()
    })
  },
})

let mail: typeof import('./mail')
let reset: typeof import('./users/mail-reset')
let builders: typeof import('./testing/builders')

beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env.SMTP_FROM = 'Teduh <surat@teduh.example>'
  ;[mail, reset, builders] = await Promise.all([import('./mail'), import('./users/mail-reset'), import('./testing/builders')])
})
afterAll(() => new Promise<void>((resolve) => { server.close(() => resolve()) }))
beforeEach(() => {
  received.length = 0
  refuses = false
})

const plain = (text: string) => text.replace(/=\r\n/g, '').replace(/=3D/g, '=')

describe('a mail', () => {
  it('arrives as it was written, from the address that the operator named', async () => {
    await mail.sendMail({ to: 'marlina@contoh.id', subject: 'Kata sandi baru', text: 'Halo Bu Marlina' })
    expect(received).toMatchObject([{ from: 'surat@teduh.example', to: ['marlina@contoh.id'] }])
    expect(received[0]!.text).toMatch(/^Subject: Kata sandi baru\r$/m)
    expect(received[0]!.text).toContain('Halo Bu Marlina')
  })

  it('has no headers and no readers of a stranger’s making', async () => {
    await mail.sendMail({ to: 'marlina@contoh.id', subject: 'Halo\r\nBcc: korban@contoh.id\r\n\r\nisi', text: '.\r\nRCPT TO:<korban@contoh.id>' })
    expect(received[0]!.to).toEqual(['marlina@contoh.id'])
    const head = received[0]!.text.split('\r\n\r\n')[0]!
    expect(head).not.toMatch(/^Bcc:/im)
  })

  it('that is refused is an error', async () => {
    refuses = true
    await expect(mail.sendMail({ to: 'marlina@contoh.id', subject: 'x', text: 'x' })).rejects.toThrow(/mailbox full/)
  })
})

describe('a forgotten password', () => {
  it('brings a link to whom it belongs, in their language, and nothing to anybody else', async () => {
    await builders.makeUser({ email: 'lupa@contoh.id', name: 'Bu Marlina', locale: 'id' })
    await reset.mailResetLink('lupa@contoh.id', 'Embun Pagi')
    await reset.mailResetLink('tidak-ada@contoh.id', 'Embun Pagi')
    expect(received).toHaveLength(1)
    expect(received[0]!.to).toEqual(['lupa@contoh.id'])
    expect(plain(received[0]!.text)).toMatch(/http:\/\/localhost:3000\/tautan\/[\w.-]+/)
    expect(plain(received[0]!.text)).toContain('Halo Bu Marlina')
  })

  it('harms nobody when the mail server is away', async () => {
    refuses = true
    await expect(reset.mailResetLink('lupa@contoh.id', 'Embun Pagi')).resolves.toBeUndefined()
  })
})
