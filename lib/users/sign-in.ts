import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { hasPoints, takePoint, givePointsBack, type Limit } from '@/lib/rate-limit'
import { isPassword } from './password'

const perAddress: Limit = { name: 'sign-in-address', points: 30, seconds: 900 }
/** By account and address together: a stranger's guesses do not lock the owner out at home. */
const perAccount: Limit = { name: 'sign-in-account', points: 8, seconds: 900 }
/** Guessing from many addresses: slow, and over after a while. */
const perAccountAnywhere: Limit = { name: 'sign-in-anywhere', points: 100, seconds: 3600 }
const sessionDays = 30

export type SignIn = { ok: true; userId: number; sessionId: string } | { ok: false; reason: 'wrong' | 'too_many' }

/** Checks a password and opens a session. Wrong address and wrong password are alike, in words and in time. */
export async function signIn(email: string, password: string, { address, device }: { address: string; device: string }): Promise<SignIn> {
  const account = email.trim().toLowerCase()
  const keys = [[perAddress, address], [perAccount, `${account} ${address}`], [perAccountAnywhere, account]] as const
  for (const [limit, key] of keys) if (!(await hasPoints(limit, key))) return { ok: false, reason: 'too_many' }
  const user = await db.user.findUnique({ where: { email: account } })
  const isRight = await isPassword(user?.passwordHash ?? null, password.slice(0, 1000))
  if (!user || !isRight || user.state !== 'active') {
    for (const [limit, key] of keys) await takePoint(limit, key).catch(() => {})
    return { ok: false, reason: 'wrong' }
  }
  await givePointsBack(perAccount, `${account} ${address}`)
  return { ok: true, userId: user.id, sessionId: await openSession(user.id, device) }
}

async function openSession(userId: number, device: string): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + sessionDays * 86_400_000)
  await transact((tx) => tx.session.create({ data: { id, userId, device: device.slice(0, 300), expiresAt } }))
  return id
}

export async function closeSession(id: string): Promise<void> {
  await transact(async (tx) => {
    await tx.session.deleteMany({ where: { id } })
  })
}

/** For the clock. */
export async function forgetOldSessions(now = new Date()): Promise<void> {
  await transact(async (tx) => {
    await tx.session.deleteMany({ where: { expiresAt: { lt: now } } })
    await tx.usedLink.deleteMany({ where: { expiresAt: { lt: now } } })
  })
}
