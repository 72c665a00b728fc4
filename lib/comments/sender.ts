import { createHash, createHmac } from 'node:crypto'
import { dayInZone } from '@/lib/clock'
import type { Tx } from '@/lib/db/transaction'
import { secretFor } from '@/lib/secrets'
import { network, readerHash } from '@/lib/views/reader-hash'

/** What a request says of where it came from. */
export type Sender = { address: string; agent: string; language: string }
export type SenderHashes = { readerHash: string; addressHash: string }

/** One hash for a day, to know a double send; and one that lasts, so that a moderator can have an address wait. */
export async function hashesOf(sender: Sender, now: Date, zone: string): Promise<SenderHashes> {
  const key = await secretFor('address-hash')
  return {
    readerHash: await readerHash(dayInZone(now, zone), sender),
    addressHash: createHmac('sha256', key).update(network(sender.address)).digest('hex').slice(0, 32),
  }
}

export type KnownDevice = { id: number; isTrusted: boolean }

/**
 * The device that a token belongs to, made when it is new. Trusted: enough of its comments were approved, and nobody
 * has taken that back. A name or an e-mail says nothing: anybody can type those.
 */
export async function findDevice(tx: Tx, token: string | null, trustAfter: number): Promise<KnownDevice | null> {
  if (token === null) return null
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const commenter = await tx.commenter.upsert({ where: { tokenHash }, create: { tokenHash }, update: {} })
  return { id: commenter.id, isTrusted: isTrusted(commenter, trustAfter) }
}

export function isTrusted(device: { approved: number; revokedAt: Date | null } | null, trustAfter: number): boolean {
  return device !== null && device.revokedAt === null && device.approved >= trustAfter
}
