import { createTransport } from 'nodemailer'
import { env } from './env'

export type Mail = { to: string; subject: string; text: string }

/** Whether the operator has named a mail server. Everything else works without one. */
export function canMail(): boolean {
  return env.SMTP_URL !== undefined
}

/** Sends one mail by SMTP_URL. @throws when the server refuses it or cannot be reached */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const transport = createTransport(env.SMTP_URL, { from: env.SMTP_FROM ?? `Teduh <noreply@${new URL(env.SITE_URL).hostname}>` })
  try {
    await transport.sendMail({ to, subject, text })
  } finally {
    transport.close()
  }
}
