import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { canMail, sendMail, type Mail } from '@/lib/mail'

const minute = 60_000
const hour = 60 * minute

/** After each attempt, how long until the next. The first is longer than an attempt can take. */
const pauses = [2 * minute, 10 * minute, hour, 4 * hour, 12 * hour]
/** Nobody wants to hear today what happened last week. */
const longest = 3 * 24 * hour
const atOnce = 50

/**
 * Has a mail sent once this transaction is committed, and only then. Without a mail server it is not written
 * down either, so that nothing piles up for the day when there is one.
 */
export async function putMail(tx: Tx, { to, subject, text, headers = {} }: Mail): Promise<void> {
  if (!canMail()) return
  await tx.outgoingMail.create({ data: { recipient: to, subject, body: text, headers: JSON.stringify(headers) } })
}

/** For the clock: sends what is due, the oldest first, until the server is in the way. */
export async function sendOutgoing(now = new Date()): Promise<void> {
  await dropStale(now)
  if (!canMail()) return
  const due = await db.outgoingMail.findMany({ where: { dueAt: { lte: now } }, orderBy: { id: 'asc' }, take: atOnce })
  for (const mail of due) {
    if (!(await claim(mail, now))) continue
    if (!(await attempt(mail))) return
  }
}

/** How many wait, for the owner. */
export async function countOutgoing(): Promise<number> {
  return db.outgoingMail.count()
}

type Outgoing = { id: number; recipient: string; subject: string; body: string; headers: string; attempts: number; createdAt: Date }

/**
 * Of several servers one gets it. Its next attempt is written down before this one, so that a mail whose sender
 * was killed meanwhile is tried again, and one that is being sent is left alone.
 */
async function claim({ id, attempts }: Outgoing, now: Date): Promise<boolean> {
  const dueAt = new Date(now.getTime() + (pauses[attempts] ?? pauses.at(-1)!))
  const { count } = await transact((tx) => tx.outgoingMail.updateMany({ where: { id, attempts }, data: { attempts: attempts + 1, dueAt } }))
  return count === 1
}

/** @returns whether the server can be talked to */
async function attempt(mail: Outgoing): Promise<boolean> {
  const headers = { 'Auto-Submitted': 'auto-generated', ...(JSON.parse(mail.headers) as Record<string, string>) }
  const id = `<teduh.${mail.id}.${mail.createdAt.getTime()}@${new URL(env.SITE_URL).hostname}>`
  try {
    await sendMail({ to: mail.recipient, subject: mail.subject, text: mail.body, headers, id })
    await drop(mail.id)
    return true
  } catch (error) {
    const isFinal = isRefused(error)
    if (isFinal) await drop(mail.id)
    log.warn({ mail: mail.id, attempt: mail.attempts + 1, ...tellRefusal(error), isFinal }, 'a mail was not sent')
    return isFinal || isAboutTheMail(error)
  }
}

type Refusal = Error & { code?: string; responseCode?: number }

/** Code and status only: a server's own words repeat the recipient's address. */
const tellRefusal = (error: unknown) => ({ code: (error as Refusal).code, response: (error as Refusal).responseCode })
/** An answer to this very mail; a refused sign-in or a broken connection is not. */
const isAboutTheMail = (error: unknown) => ['EENVELOPE', 'EMESSAGE'].includes((error as Refusal).code ?? '')
/** For good, as for an address that does not exist; 4xx means later. */
const isRefused = (error: unknown) => isAboutTheMail(error) && ((error as Refusal).responseCode ?? 550) >= 500

async function drop(id: number) {
  await transact((tx) => tx.outgoingMail.deleteMany({ where: { id } }))
}

async function dropStale(now: Date) {
  const old = { createdAt: { lt: new Date(now.getTime() - longest) } }
  if ((await db.outgoingMail.count({ where: old })) === 0) return
  const { count } = await transact((tx) => tx.outgoingMail.deleteMany({ where: old }))
  log.warn({ count }, 'mails were given up after three days')
}
