import { createHash } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { authorise, type Role } from '@/lib/policy'
import { consumeLink, openLink, readLink, signLink } from '@/lib/signed-links'
import { hashPassword } from '@/lib/signing-in/password'
import type { Viewer } from '@/lib/viewer'
import { insertUser } from './commands'
import type { Invitation, NewUser } from './schema'
import { freeSlug } from './slug'

const week = 7 * 86_400_000

type Person = { id: number; email: string | null; passwordHash: string | null; state: string }

/** Makes a place for somebody and the link by which they take it. @throws AppError `user.email-taken` */
export async function invitePerson(viewer: Viewer, { email, name, role }: Omit<NewUser, 'password'>): Promise<{ id: number; link: string }> {
  authorise(viewer, 'user.create')
  const { id } = await transact(async (tx) => {
    const user = await insertUser(tx, { email, name, role, passwordHash: null })
    await record(tx, viewer, 'account.invite', `user:${user.id}`, name)
    return user
  })
  return { id, link: await linkFor({ id, email, passwordHash: null, state: 'active' }) }
}

/** The link once more, for somebody who has not come yet; good for a week. @throws AppError not_found */
export async function inviteAgain(viewer: Viewer, id: number): Promise<{ link: string; email: string; name: string }> {
  authorise(viewer, 'user.create')
  const person = await db.user.findUnique({ where: { id } })
  if (!person || !isAwaited(person)) throw new AppError('not_found')
  return { link: await linkFor(person), email: person.email!, name: person.name }
}

/** Who is invited by a token, for the page that greets them. @throws AppError `link.invalid` */
export async function checkInvitation(token: string): Promise<{ name: string; role: Role }> {
  const { person } = await openInvitation(token)
  return { name: person.name, role: person.role }
}

/** Takes the place: from then on the link, and every other to the same place, is dead. @throws AppError `link.invalid` */
export async function acceptInvitation({ token, name, password }: Invitation): Promise<{ email: string }> {
  const { link, person } = await openInvitation(token)
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    await consumeLink(tx, link)
    const slug = name === person.name ? person.slug : await freeSlug(tx, name)
    // Removed, deactivated or joined by another link in this very moment: too late.
    const { count } = await tx.user.updateMany({ where: { id: person.id, email: person.email, passwordHash: null, state: 'active' }, data: { name, slug, passwordHash } })
    if (count === 0) throw new AppError('not_found', 'link.invalid')
    await record(tx, person, 'account.join', `user:${person.id}`)
    return { email: person.email! }
  })
}

async function openInvitation(token: string) {
  const subject = Number(readLink(token)?.subject)
  const person = Number.isSafeInteger(subject) ? await db.user.findUnique({ where: { id: subject } }) : null
  if (!person || !isAwaited(person)) throw new AppError('not_found', 'link.invalid')
  return { person, link: await openLink(token, { purpose: 'invite', binding: bindingOf(person) }) }
}

async function linkFor(person: Person): Promise<string> {
  const expiresAt = new Date(Date.now() + week)
  return `${env.SITE_URL}/tautan/${await signLink({ purpose: 'invite', subject: String(person.id), expiresAt, binding: bindingOf(person) })}`
}

function isAwaited({ email, passwordHash, state }: Person): boolean {
  return email !== null && passwordHash === null && state === 'active'
}

/** A link that was sent to an address is worth nothing once the address was corrected. */
function bindingOf({ email }: Person): string {
  return createHash('sha256').update(`invite\n${email}`).digest('hex')
}
