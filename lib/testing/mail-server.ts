import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { from: string; to: string[]; raw: string; subject: string; text: string; header: (name: string) => string | undefined }

/** What the server does with the next mails: takes them, wants them later, or refuses them for good. */
type Mood = 'takes' | 'later' | 'refuses'

/** A real mail server in this process; SMTP_URL names it from here on, so import what sends afterwards. */
export async function startMailServer() {
  const received: Received[] = []
  const state = { mood: 'takes' as Mood, slowness: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => (state.mood === 'takes' ? done() : done(refusal(state.mood))),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push(read(Buffer.concat(chunks).toString(), mailFrom ? mailFrom.address : '', rcptTo.map(({ address }) => address)))
        setTimeout(done, state.slowness)
      })
    },
  })
  // Whoever hangs up in the middle is no fault of the test's.
  server.on('error', () => {})
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env.SMTP_FROM = 'Teduh <surat@teduh.example>'
  return { received, state, close: () => new Promise<void>((resolve) => { server.close(() => resolve()) }) }
}

function refusal(mood: 'later' | 'refuses') {
  const text = mood === 'later' ? 'mailbox full' : 'no such mailbox'
  return Object.assign(new Error(text), { responseCode: mood === 'later' ? 452 : 550 })
}

function read(raw: string, from: string, to: string[]): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const header = (name: string) => lines.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))?.slice(name.length + 2)
  const body = rest.join('\r\n\r\n')
  return { from, to, raw, header, subject: words(header('subject') ?? ''), text: decode(body, header('content-transfer-encoding')) }
}

function decode(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')).replaceAll('\r\n', '\n') : body.replaceAll('\r\n', '\n')
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`, which header lines are made of. */
function words(header: string): string {
  return header.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')))
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
