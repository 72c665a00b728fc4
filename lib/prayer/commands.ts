import { createHash } from 'node:crypto'
import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { putMail } from '@/lib/mail/outbox'
import { authorise } from '@/lib/policy'
import { takePoint, takePointWithin } from '@/lib/rate-limit'
import { getSettings } from '@/lib/settings/queries'
import { judgeComment } from '@/lib/spam/judge'
import { readerHash } from '@/lib/views/reader-hash'
import type { Viewer } from '@/lib/viewer'
import { listPrayerReaders } from './queries'
import type { PrayerInput } from './schema'

export type Sender = { address: string; agent: string; language: string }

const day = 86_400_000
const often = { name: 'prayer', points: 5, seconds: 600 }
/** By the address alone: a robot changes what else it says of itself. Many may share one. */
const oftenFromThere = { name: 'prayer-address', points: 30, seconds: 3600 }
const mailsAnHour = { name: 'prayer-mail', points: 3, seconds: 3600 }

/**
 * Keeps a prayer request for those who read them; the same words from the same reader on the same day are there once.
 *
 * @throws AppError with a reason of `messages.prayer.wrong`: closed, robot, spam, often
 */
export async function addPrayer({ name, body, website }: PrayerInput, sender: Sender, now = new Date()): Promise<void> {
  const settings = await getSettings()
  if (!settings.prayer) throw new AppError('not_found', 'closed')
  if (website) throw new AppError('invalid', 'robot')
  const today = dayInZone(now, settings.timeZone)
  const hash = await readerHash(today, sender)
  const sendKey = createHash('sha256').update(JSON.stringify([hash, name, body])).digest('hex')
  if (await db.prayerRequest.findUnique({ where: { sendKey }, select: { id: true } })) return
  await limit(hash, await readerHash(today, { ...sender, agent: '', language: '' }), now)
  // Kept or refused, nothing between: nobody looks through what robots were taken for here.
  if ((await judgeComment({ name, text: body }, { words: settings.spamWords })).decision === 'spam') throw new AppError('invalid', 'spam')
  await transact(async (tx) => {
    const added = await tx.$executeRaw`
      INSERT INTO "PrayerRequest" ("name", "body", "sendKey", "createdAt") VALUES (${name}, ${body}, ${sendKey}, ${now}) ON CONFLICT DO NOTHING`
    if (added) await tellReaders(tx, now)
  })
}

/** Somebody has read and prayed; or takes that back. */
export async function markPrayer(viewer: Viewer, id: number, isRead: boolean): Promise<void> {
  await authoriseReader(viewer)
  const { count } = await transact((tx) => tx.prayerRequest.updateMany({ where: { id }, data: { readAt: isRead ? new Date() : null } }))
  if (count === 0) throw new AppError('not_found')
}

/** Before its time is over. */
export async function deletePrayer(viewer: Viewer, id: number): Promise<void> {
  await authoriseReader(viewer)
  const { count } = await transact((tx) => tx.prayerRequest.deleteMany({ where: { id } }))
  if (count === 0) throw new AppError('not_found')
}

/** For the clock: what was promised on the form. */
export async function forgetOldPrayers(now = new Date()): Promise<void> {
  const { prayerForgetAfter } = await getSettings()
  const createdAt = { lt: new Date(now.getTime() - prayerForgetAfter * day) }
  await transact((tx) => tx.prayerRequest.deleteMany({ where: { createdAt } }))
}

async function authoriseReader(viewer: Viewer) {
  authorise(viewer, 'prayer.read', await getSettings())
}

async function limit(hash: string, addressHash: string, now: Date) {
  const refuse = (error: AppError) => { throw new AppError('too_many', 'often', { retryAfter: error.retryAfter }) }
  await takePoint(often, hash, now).catch(refuse)
  await takePoint(oftenFromThere, addressHash, now).catch(refuse)
}

/** That there is one, and nothing of it: a mail lies about in many places. */
async function tellReaders(tx: Tx, now: Date) {
  const settings = await getSettings(tx)
  for (const { id, name, email, locale } of await listPrayerReaders(settings, tx)) {
    if (!email || (await takePointWithin(tx, mailsAnHour, String(id), now)) < 0) continue
    const { notices } = messages(toLocale(locale))
    await putMail(tx, { to: email, subject: notices.prayerSubject(settings.name), text: notices.prayerText(name, `${env.SITE_URL}/admin/doa`) })
  }
}
