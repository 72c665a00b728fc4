import { db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Limit } from '@/lib/rate-limit'
import type { Viewer } from '@/lib/viewer'
import { mayTry } from './attempts'
import { isPassword } from './password'

const fresh = 10 * 60_000
/** By session: whoever took over one device does not keep its owner out on another. */
const guesses: Limit = { name: 'confirm-password', points: 10, seconds: 900 }

/** Whether somebody signed in minutes ago, so that they need not show again who they are. */
export async function isFresh(viewer: Viewer, now = new Date()): Promise<boolean> {
  authorise(viewer, 'admin.enter')
  const session = await db.session.findUnique({ where: { id: viewer.sessionId }, select: { createdAt: true } })
  return session !== null && now.getTime() - session.createdAt.getTime() < fresh
}

/**
 * Before the ways in are changed: a device left open is not enough.
 * @throws AppError `password.confirm` when nothing was typed, `password.wrong`, too_many
 */
export async function confirmIdentity(viewer: Viewer, password: string, now = new Date()): Promise<void> {
  authorise(viewer, 'admin.enter')
  if (await isFresh(viewer, now)) return
  if (!password) throw new AppError('invalid', 'password.confirm', { fields: { current: 'password.confirm' } })
  await confirmPassword(viewer, password)
}

/** @throws AppError `password.wrong`, too_many */
export async function confirmPassword(viewer: Viewer, password: string): Promise<void> {
  authorise(viewer, 'admin.enter')
  if (!(await mayTry(guesses, viewer.sessionId))) throw new AppError('too_many')
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { passwordHash: true } })
  if (!(await isPassword(passwordHash, password))) throw new AppError('invalid', 'password.wrong', { fields: { current: 'password.wrong' } })
}
