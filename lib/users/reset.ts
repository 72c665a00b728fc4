import { createHash } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { consumeLink, openLink, readLink, signLink } from '@/lib/signed-links'
import type { Viewer } from '@/lib/viewer'
import { operator } from './commands'
import { hashPassword } from '@/lib/signing-in/password'

const hour = 3_600_000

type Person = { id: number; email: string | null; passwordHash: string | null; state: string }

/** A link to choose a new password, good for a day; it dies with the present password. */
export async function makeResetLink(by: Viewer | typeof operator, id: number): Promise<string> {
  const person = await db.user.findUnique({ where: { id } })
  if (by !== operator) authorise(by, 'user.reset-link', person ?? { id, role: 'author' })
  if (!person || !canReset(person)) throw new AppError('not_found')
  await transact((tx) => record(tx, by, 'account.reset-link', `user:${id}`, person.name))
  return resetLink(person, 24)
}

/** For a forgotten password: the person's link, or null when no active person has that address. */
export async function findResetLink(email: string): Promise<{ link: string; name: string; locale: string } | null> {
  const person = await db.user.findUnique({ where: { email } })
  if (!person || !canReset(person)) return null
  return { link: await resetLink(person, 2), name: person.name, locale: person.locale }
}

/** Whether the token still opens; for the page that shows the form. @throws AppError `link.invalid` */
export async function checkResetToken(token: string): Promise<void> {
  await openReset(token)
}

/** Sets the password and ends every session. @throws AppError `link.invalid` */
export async function resetPassword({ token, password }: { token: string; password: string }): Promise<{ email: string }> {
  const { link, person } = await openReset(token)
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    await consumeLink(tx, link)
    await tx.user.update({ where: { id: person.id }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { userId: person.id } })
    await record(tx, person, 'account.password', `user:${person.id}`)
    return { email: person.email! }
  })
}

async function openReset(token: string) {
  const subject = Number(readLink(token)?.subject)
  const person = Number.isInteger(subject) ? await db.user.findUnique({ where: { id: subject } }) : null
  if (!person || !canReset(person)) throw new AppError('not_found', 'link.invalid')
  return { person, link: await openLink(token, { purpose: 'reset', binding: bindingOf(person) }) }
}

async function resetLink(person: Person, hours: number): Promise<string> {
  const expiresAt = new Date(Date.now() + hours * hour)
  return `${env.SITE_URL}/tautan/${await signLink({ purpose: 'reset', subject: String(person.id), expiresAt, binding: bindingOf(person) })}`
}

function canReset({ email, state }: Person): boolean {
  return email !== null && state === 'active'
}

function bindingOf({ email, passwordHash }: Person): string {
  return createHash('sha256').update(`${email}\n${passwordHash ?? ''}`).digest('hex')
}
