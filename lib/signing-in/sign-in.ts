import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { beginAttempt, refuseSlowly } from './attempts'
import { isPassword } from './password'
import { passSecondStep } from './second-step'
import { openSession } from './sessions'

export type From = { address: string; device: string }
export type SignIn = { ok: true; userId: number; sessionId: string } | { ok: false; reason: 'wrong' | 'too_many' }

/**
 * Checks password and code together and opens a session. An address that nobody has, a wrong password, a code
 * that is missing or wrong: all are alike, in words and in time, so nobody learns who is here, whether a guessed
 * password is right, or who uses codes. A code that is not asked for is passed over.
 */
export async function signIn({ email, password, code = '' }: { email: string; password: string; code?: string }, from: From): Promise<SignIn> {
  const start = performance.now()
  const account = email.trim().toLowerCase().slice(0, 200)
  const attempt = await beginAttempt(account, from.address)
  if (!attempt) return { ok: false, reason: 'too_many' }
  const signed = await check(account, password, code, from.device)
  if (!signed) {
    await refuseSlowly(start)
    return { ok: false, reason: 'wrong' }
  }
  await attempt.succeeded()
  return { ok: true, ...signed }
}

async function check(account: string, password: string, code: string, device: string) {
  const user = account ? await db.user.findUnique({ where: { email: account } }) : null
  const isRight = await isPassword(user?.passwordHash ?? null, password.slice(0, 1000))
  if (!user || !isRight || user.state !== 'active' || !(await passSecondStep(user, code))) return null
  const sessionId = await transact((tx) => openSession(tx, user, device))
  return { userId: user.id, sessionId }
}
