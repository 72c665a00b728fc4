import { createHmac, randomInt } from 'node:crypto'
import type { Tx } from '@/lib/db/transaction'
import { secretFor } from '@/lib/secrets'

// No 0, o, 1, l, i: they are copied by hand, and read from paper.
const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const howMany = 10

/** Makes new codes in place of all others; shown to the person once, kept as hashes. */
export async function renewRecoveryCodes(tx: Tx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => [part(), part(), part()].join('-'))
  const hashes = await Promise.all(codes.map((code) => hashOf(userId, code)))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) })
  return codes
}

/** Uses a code up; false when it is none, or was used. Two at once: one of them. */
export async function spendRecoveryCode(tx: Tx, userId: number, code: string, now: Date): Promise<boolean> {
  const hash = await hashOf(userId, code)
  const { count } = await tx.recoveryCode.updateMany({ where: { userId, hash, usedAt: null }, data: { usedAt: now } })
  return count === 1
}

// 59 random bits need no slow hash; without the secret they cannot be tried at all.
async function hashOf(userId: number, code: string): Promise<string> {
  const typed = code.toLowerCase().replace(/[^0-9a-z]/g, '')
  return createHmac('sha256', await secretFor('recovery')).update(`${userId}:${typed}`).digest('base64url')
}

function part(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}
