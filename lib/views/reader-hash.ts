import { hash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { processWide } from '@/lib/process-wide'

/** The last salt asked for, so that a hit costs no query. */
const known = processWide<{ day?: Day; salt?: string }>('daily-salt', () => ({}))

/** What tells readers apart. */
type Device = { address: string; agent: string; language: string }
/** What the browser may say besides, since Android's own agent is the same for all. */
type Told = { model: string; system: string }

/** A reader for one day: without the day's salt, which is deleted, the hash leads nowhere. 32 hex digits. */
export async function readerHash(day: Day, device: Device): Promise<string> {
  return hashOf(await saltOf(day), device)
}

/** The same for a salt that is at hand. Two objects: V8 keeps one put together with `...` until a large clearing up. */
export function hashOf(salt: string, { address, agent, language }: Device, { model, system }: Told = { model: '', system: '' }): string {
  return hash('sha256', [salt, network(address), agent, language, model, system].join('\n')).slice(0, 32)
}

/** An IPv6 host moves within its /64; an IPv4 address stands as it is. */
export function network(address: string): string {
  if (!address.includes(':') || !isIPv6(address)) return address
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)
  if (mapped) return mapped[1]!
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).map((part) => parseInt(part, 16).toString(16)).join(':')
}

/** The day's salt, made by whoever needs it first. */
export async function saltOf(day: Day): Promise<string> {
  if (known.day === day) return known.salt!
  const stored = await db.dailySalt.findUnique({ where: { day } })
  const salt = stored?.salt ?? (await makeSalt(day))
  Object.assign(known, { day, salt })
  return salt
}

/** Two processes that make one at once end with the same. */
async function makeSalt(day: Day): Promise<string> {
  return transact(async (tx) => {
    await tx.$executeRaw`INSERT INTO "DailySalt" ("day", "salt") VALUES (${day}, ${randomBytes(32).toString('hex')}) ON CONFLICT DO NOTHING`
    return (await tx.dailySalt.findUniqueOrThrow({ where: { day } })).salt
  })
}
