import { createHash, randomBytes } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { deviceName } from './device'

const day = 86_400_000
export const sessionDays = 30

/** Signs a device in; one that this person has not used of late is written down. */
export async function openSession(tx: Tx, { id: userId }: { id: number }, device: string): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  const others = await tx.session.findMany({ where: { userId }, select: { device: true } })
  const name = deviceName(device)
  if (!others.some((other) => deviceName(other.device) === name)) {
    await record(tx, { id: userId }, 'account.sign-in', `user:${userId}`, name)
  }
  await tx.session.create({ data: { id, userId, device: device.slice(0, 300), expiresAt: new Date(Date.now() + sessionDays * day) } })
  return id
}

export type OpenSession = { handle: string; device: string; lastSeenAt: Date; createdAt: Date; isThis: boolean }

/** Where somebody is signed in, this device first, then by when it was seen last. */
export async function listSessions(viewer: Viewer, now = new Date()): Promise<OpenSession[]> {
  authorise(viewer, 'admin.enter')
  const rows = await db.session.findMany({ where: { userId: viewer.id, expiresAt: { gt: now } }, orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }] })
  return rows
    .map(({ id, device, lastSeenAt, createdAt }) => ({ handle: handleOf(id), device: deviceName(device), lastSeenAt, createdAt, isThis: id === viewer.sessionId }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Signs one of one's own devices out. @throws AppError not_found, also for somebody else's */
export async function endSession(viewer: Viewer, handle: string): Promise<void> {
  authorise(viewer, 'admin.enter')
  await transact(async (tx) => {
    const mine = await tx.session.findMany({ where: { userId: viewer.id }, select: { id: true, device: true } })
    const session = mine.find(({ id }) => handleOf(id) === handle)
    if (!session) throw new AppError('not_found')
    await tx.session.delete({ where: { id: session.id } })
    await record(tx, viewer, 'account.session-end', `user:${viewer.id}`, deviceName(session.device))
  })
}

/** Signs every other device out; gives back how many. */
export async function endOtherSessions(viewer: Viewer): Promise<number> {
  authorise(viewer, 'admin.enter')
  return transact((tx) => closeOthers(tx, viewer))
}

export async function closeOthers(tx: Tx, viewer: NonNullable<Viewer>): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId: viewer.id, id: { not: viewer.sessionId } } })
  return count
}

export async function closeSession(id: string): Promise<void> {
  await transact(async (tx) => {
    await tx.session.deleteMany({ where: { id } })
  })
}

const often = 5 * 60_000

/** Notes that a device was here, every few minutes and not at each request. */
export async function noteSeen({ id, lastSeenAt }: { id: string; lastSeenAt: Date }, now: Date): Promise<void> {
  if (now.getTime() - lastSeenAt.getTime() < often) return
  await transact(async (tx) => {
    await tx.session.updateMany({ where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } })
  })
}

/** For the clock. */
export async function forgetOldSessions(now = new Date()): Promise<void> {
  await transact(async (tx) => {
    await tx.session.deleteMany({ where: { expiresAt: { lt: now } } })
    await tx.usedLink.deleteMany({ where: { expiresAt: { lt: now } } })
  })
}

/** Names a session in a page without giving its id away. */
function handleOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 24)
}
