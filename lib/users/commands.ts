import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, type Role } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { dropTotp } from '@/lib/signing-in/codes'
import { confirmIdentity, confirmPassword } from '@/lib/signing-in/confirm'
import { hashPassword } from '@/lib/signing-in/password'
import { closeOthers } from '@/lib/signing-in/sessions'
import { getPerson, keepAnOwner, touchPosts } from './person'
import type { NewUser, Profile } from './schema'
import { freeSlug } from './slug'

/** Whoever has the server's command line may do what an owner may. */
export const operator = Symbol('operator')
type By = Viewer | typeof operator

/** Makes a person; without a password they get in by a reset link. @throws AppError `user.email-taken` */
export async function createUser(by: By, { email, name, role, password }: NewUser): Promise<{ id: number }> {
  if (by !== operator) authorise(by, 'user.create')
  const passwordHash = password ? await hashPassword(password) : null
  return transact(async (tx) => {
    const user = await insertUser(tx, { email, name, role, passwordHash })
    await record(tx, by, 'account.create', `user:${user.id}`, name)
    return user
  })
}

export async function insertUser(tx: Tx, user: { email: string; name: string; role: Role; passwordHash: string | null }): Promise<{ id: number }> {
  const taken = await tx.user.findUnique({ where: { email: user.email }, select: { id: true } })
  if (taken) throw new AppError('conflict', 'user.email-taken', { fields: { email: 'user.email-taken' } })
  return tx.user.create({ data: { ...user, slug: await freeSlug(tx, user.name) }, select: { id: true } })
}

/**
 * One's own name, few words, picture and language; an owner changes anybody's. The page of the author keeps its
 * address. One's own e-mail address is a way in by a reset link, so it changes like the other ways in.
 */
export async function updateProfile(viewer: Viewer, id: number, { pictureId, current, ...profile }: Profile): Promise<void> {
  if (viewer?.id === id && (await isOtherAddress(id, profile.email))) await confirmIdentity(viewer, current)
  await transact(async (tx, touch) => {
    const person = await getPerson(tx, id)
    authorise(viewer, 'user.edit', person)
    const other = await tx.user.findFirst({ where: { email: profile.email, id: { not: id } }, select: { id: true } })
    if (other) throw new AppError('conflict', 'user.email-taken', { fields: { email: 'user.email-taken' } })
    if (pictureId !== null && !(await tx.media.findUnique({ where: { id: pictureId }, select: { id: true } }))) {
      throw new AppError('invalid', 'media.gone', { fields: { pictureId: 'media.gone' } })
    }
    await tx.user.update({ where: { id }, data: { ...profile, pictureId } })
    await touchPosts(tx, id, touch)
  })
}

/** Ends all other sessions. @throws AppError `password.wrong`, too_many */
export async function changePassword(viewer: Viewer, { current, password }: { current: string; password: string }): Promise<void> {
  authorise(viewer, 'admin.enter')
  await confirmPassword(viewer, current)
  const passwordHash = await hashPassword(password)
  await transact(async (tx) => {
    await tx.user.update({ where: { id: viewer.id }, data: { passwordHash } })
    await closeOthers(tx, viewer)
    await record(tx, viewer, 'account.password', `user:${viewer.id}`)
  })
}

export async function setRole(viewer: Viewer, id: number, role: Role): Promise<void> {
  authorise(viewer, 'user.set-role')
  await transact(async (tx) => {
    if (role !== 'owner') await keepAnOwner(tx, id)
    const { name } = await tx.user.update({ where: { id }, data: { role }, select: { name: true } })
    await record(tx, viewer, `account.${role}`, `user:${id}`, name)
  })
}

/** Signed out at once, and cannot sign in until activated again; the posts stay. */
export async function setActive(viewer: Viewer, id: number, isActive: boolean): Promise<void> {
  authorise(viewer, 'user.deactivate')
  await transact(async (tx) => {
    if (!isActive) await keepAnOwner(tx, id)
    const { state, name } = await getPerson(tx, id)
    if (state === 'removed') throw new AppError('not_found')
    await tx.user.update({ where: { id }, data: { state: isActive ? 'active' : 'deactivated' } })
    if (!isActive) await tx.session.deleteMany({ where: { userId: id } })
    await record(tx, viewer, isActive ? 'account.activate' : 'account.deactivate', `user:${id}`, name)
  })
}

/**
 * Takes away somebody's sign-in codes and passkeys: the phone with both is lost. The password stays.
 * One's own are taken away where the password is asked for.
 */
export async function disarmUser(by: By, id: number, { totp = true, passkeys = true } = {}): Promise<void> {
  await transact(async (tx) => {
    const person = await getPerson(tx, id)
    if (by !== operator) authorise(by, 'user.disarm', person)
    if (totp) await dropTotp(tx, id)
    if (passkeys) await tx.passkey.deleteMany({ where: { userId: id } })
    await record(tx, by, 'account.disarm', `user:${id}`, person.name)
  })
}

async function isOtherAddress(id: number, email: string): Promise<boolean> {
  return (await db.user.count({ where: { id, email } })) === 0
}
