import { createTransport } from 'nodemailer'
import { env } from './env'

export type Mail = {
  to: string
  subject: string
  text: string
  headers?: Record<string, string>
  /** The same for each attempt, so that a mail which did arrive is known by it when it comes again. */
  id?: string
}

/** How long a server may let us wait, in ms; all of it is over before somebody else tries the same mail again. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Whether the operator has named a mail server. Everything else works without one. */
export function canMail(): boolean {
  return env.SMTP_URL !== undefined
}

/** Whom mails are from. */
export function mailSender(): string {
  return env.SMTP_FROM ?? `Teduh <noreply@${new URL(env.SITE_URL).hostname}>`
}

/** The server without the way in. */
export function mailServer(): string {
  return new URL(env.SMTP_URL!).host
}

/** Sends one mail by SMTP_URL and gives what the server said. @throws when the server refuses it or cannot be reached */
export async function sendMail({ to, subject, text, headers, id }: Mail): Promise<string> {
  const transport = createTransport({ url: env.SMTP_URL, ...patience }, { from: mailSender() })
  try {
    // A list of one: as a text a comma in an address would make two of it.
    const { response } = await transport.sendMail({ to: [{ name: '', address: to }], subject, text, headers, messageId: id })
    return response
  } finally {
    transport.close()
  }
}
