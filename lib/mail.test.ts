import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer } from './testing/mail-server'

let server: Awaited<ReturnType<typeof startMailServer>>
let mail: typeof import('./mail')
let reset: typeof import('./users/mail-reset')
let builders: typeof import('./testing/builders')

beforeAll(async () => {
  server = await startMailServer()
  ;[mail, reset, builders] = await Promise.all([import('./mail'), import('./users/mail-reset'), import('./testing/builders')])
})
afterAll(() => server.close())
beforeEach(() => {
  server.received.length = 0
  server.state.mood = 'takes'
})

describe('a mail', () => {
  it('arrives as it was written, from the address that the operator named', async () => {
    await mail.sendMail({ to: 'marlina@contoh.id', subject: 'Kata sandi baru', text: 'Halo Bu Marlina' })
    expect(server.received).toMatchObject([{ from: 'surat@teduh.example', to: ['marlina@contoh.id'], subject: 'Kata sandi baru', text: 'Halo Bu Marlina\n' }])
  })

  it('has no headers and no readers of a stranger’s making', async () => {
    await mail.sendMail({ to: 'marlina@contoh.id', subject: 'Halo\r\nBcc: korban@contoh.id\r\n\r\nisi', text: '.\r\nRCPT TO:<korban@contoh.id>' })
    expect(server.received[0]!.to).toEqual(['marlina@contoh.id'])
    expect(server.received[0]!.header('Bcc')).toBeUndefined()
  })

  it('that is refused is an error', async () => {
    server.state.mood = 'later'
    await expect(mail.sendMail({ to: 'marlina@contoh.id', subject: 'x', text: 'x' })).rejects.toThrow(/mailbox full/)
  })
})

describe('a forgotten password', () => {
  it('brings a link to whom it belongs, in their language, and nothing to anybody else', async () => {
    await builders.makeUser({ email: 'lupa@contoh.id', name: 'Bu Marlina', locale: 'id' })
    await reset.mailResetLink('lupa@contoh.id', 'Embun Pagi')
    await reset.mailResetLink('tidak-ada@contoh.id', 'Embun Pagi')
    expect(server.received).toHaveLength(1)
    expect(server.received[0]!.to).toEqual(['lupa@contoh.id'])
    expect(server.received[0]!.text).toMatch(/http:\/\/localhost:3000\/tautan\/[\w.-]+/)
    expect(server.received[0]!.text).toContain('Halo Bu Marlina')
  })

  it('harms nobody when the mail server is away', async () => {
    server.state.mood = 'later'
    await expect(reset.mailResetLink('lupa@contoh.id', 'Embun Pagi')).resolves.toBeUndefined()
  })
})
