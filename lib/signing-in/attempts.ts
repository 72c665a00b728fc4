import ipaddr from 'ipaddr.js'
import { givePointBack, givePointsBack, hasPoints, takePoint, type Limit } from '@/lib/rate-limit'

const perAddress: Limit = { name: 'sign-in-address', points: 30, seconds: 900 }
/** By account and address together: a stranger's guesses do not lock the owner out at home. */
const perAccount: Limit = { name: 'sign-in-account', points: 8, seconds: 900 }
/** Guessed from many addresses at once: each of them gets fewer tries then, but nobody who comes anew is kept out. */
const anywhere: Limit = { name: 'sign-in-anywhere', points: 100, seconds: 3600 }
const underAttack: Limit = { ...perAccount, points: 3 }

export type Attempt = { succeeded: () => Promise<void> }

/**
 * Takes the points of one try before it is made, so that a hundred at once are not a hundred tries.
 * The account counts as it was typed: whether anybody has it makes no difference. Null: too many.
 */
export async function beginAttempt(account: string, address: string): Promise<Attempt | null> {
  const network = networkOf(address)
  const key = `${account} ${network}`
  const isAttacked = !(await hasPoints(anywhere, account))
  await takePoint(anywhere, account).catch(() => {})
  if (!(await mayTry(perAddress, network)) || !(await mayTry(isAttacked ? underAttack : perAccount, key))) return null
  return {
    async succeeded() {
      await givePointsBack(perAccount, key)
      await givePointBack(perAddress, network)
      await givePointBack(anywhere, account)
    },
  }
}

/** For a way in that names no account. */
export async function beginNamelessAttempt(address: string): Promise<Attempt | null> {
  const network = networkOf(address)
  if (!(await mayTry(perAddress, network))) return null
  return { succeeded: () => givePointBack(perAddress, network) }
}

export function mayTry(limit: Limit, key: string): Promise<boolean> {
  return takePoint(limit, key).then(() => true, () => false)
}

/** One household has a whole /64 of IPv6 addresses. */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  return ipaddr.IPv6.parse(address).parts.slice(0, 4).map((part) => part.toString(16)).join(':')
}

/** A refusal at its earliest: how far a try got must not show in how long it took. */
export async function refuseSlowly(since: number): Promise<void> {
  const left = since + 300 - performance.now()
  if (left > 0) await new Promise((resolve) => { setTimeout(resolve, left) })
}
