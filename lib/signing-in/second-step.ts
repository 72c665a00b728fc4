import { record } from '@/lib/activity/record'
import { transact, type Tx } from '@/lib/db/transaction'
import { givePointsBack, type Limit } from '@/lib/rate-limit'
import { mayTry } from './attempts'
import { spendRecoveryCode } from './recovery-codes'
import { stepOf } from './totp'

/**
 * Six digits can be guessed by somebody who has the password and many addresses: at this pace it takes years.
 * Recovery codes and passkeys stay open meanwhile, so the person is not locked out.
 */
const guesses: Limit = { name: 'sign-in-code', points: 60, seconds: 86_400 }

type Person = { id: number; totpSecret: string | null; totpConfirmedAt: Date | null }

/** Whether somebody whose password was right may enter: without codes at once, else by one that was not used before. */
export async function passSecondStep(person: Person, code: string, now = new Date()): Promise<boolean> {
  if (!person.totpConfirmedAt || !person.totpSecret) return true
  const typed = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return typed !== '' && transact((tx) => enterByRecoveryCode(tx, person.id, typed, now))
  if (!(await mayTry(guesses, String(person.id)))) return false
  const step = await stepOf(person.id, person.totpSecret, typed, now)
  if (step === null || !(await transact((tx) => spendStep(tx, person.id, step)))) return false
  await givePointsBack(guesses, String(person.id))
  return true
}

/** Marks a time step as used; false when it, or a later one, was used already. */
export async function spendStep(tx: Tx, userId: number, step: number): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id: userId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] }, data: { totpStep: step } })
  return count === 1
}

async function enterByRecoveryCode(tx: Tx, userId: number, code: string, now: Date): Promise<boolean> {
  if (!(await spendRecoveryCode(tx, userId, code, now))) return false
  await record(tx, { id: userId }, 'account.code-used', `user:${userId}`)
  return true
}
