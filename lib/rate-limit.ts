import { createHash } from 'node:crypto'
import { db } from './db/client'
import { transact, type Tx } from './db/transaction'
import { AppError } from './errors'

// Our own few lines rather than rate-limiter-flexible: its Prisma store writes outside a transaction of ours,
// on a connection that can only read here, and its SQL stores open connections of their own.

export type Limit = { name: string; /** How many within `seconds`. */ points: number; seconds: number }

/**
 * Takes one of the points of `key`, in the database, so that instances and restarts share it.
 * Keys are stored as hashes. @throws AppError `too_many` with the seconds to wait
 */
export async function takePoint(limit: Limit, key: string, now = new Date()): Promise<void> {
  const { points, expire } = await transact((tx) => countPoint(tx, limit, key, now))
  if (points > limit.points) throw new AppError('too_many', 'too_many', { retryAfter: secondsUntil(expire ?? now, now) })
}

/** Takes one as part of something larger, which goes on without. @returns how many are left; below 0: there was none */
export async function takePointWithin(tx: Tx, limit: Limit, key: string, now = new Date()): Promise<number> {
  return limit.points - (await countPoint(tx, limit, key, now)).points
}

async function countPoint(tx: Tx, limit: Limit, key: string, now: Date) {
  const id = keyOf(limit, key)
  const expire = new Date(now.getTime() + limit.seconds * 1000)
  await tx.rateLimit.deleteMany({ where: { key: id, expire: { lt: now } } })
  return tx.rateLimit.upsert({ where: { key: id }, create: { key: id, points: 1, expire }, update: { points: { increment: 1 } } })
}

/** Whether points are left, without taking one. */
export async function hasPoints(limit: Limit, key: string, now = new Date()): Promise<boolean> {
  const row = await db.rateLimit.findUnique({ where: { key: keyOf(limit, key) } })
  return !row || (row.expire ?? now) < now || row.points < limit.points
}

/** Gives one point of `key` back: that one try was none. */
export async function givePointBack(limit: Limit, key: string): Promise<void> {
  await transact(async (tx) => {
    await tx.rateLimit.updateMany({ where: { key: keyOf(limit, key), points: { gt: 0 } }, data: { points: { decrement: 1 } } })
  })
}

/** Gives all points of `key` back, after a success. */
export async function givePointsBack(limit: Limit, key: string): Promise<void> {
  await transact(async (tx) => {
    await tx.rateLimit.deleteMany({ where: { key: keyOf(limit, key) } })
  })
}

/** For the clock. */
export async function forgetOldLimits(now = new Date()): Promise<void> {
  await transact(async (tx) => {
    await tx.rateLimit.deleteMany({ where: { expire: { lt: now } } })
  })
}

function keyOf({ name }: Limit, key: string): string {
  return `${name}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
}

function secondsUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / 1000))
}
