import { engine } from './client'
import type { Tx } from './transaction'

// The SQL that differs between the engines, and nothing else.

/** Channel on which PostgreSQL tells the other instances what to forget. */
export const purgeChannel = 'teduh_purge'

/** Delivered to listeners when the transaction commits; PostgreSQL only. */
export async function notifyPurge(tx: Tx, message: { origin: string; tags: string[] }): Promise<void> {
  // A notice holds 8,000 bytes; whoever touched more than fits has changed everything.
  const json = JSON.stringify(message)
  const text = json.length < 7000 ? json : JSON.stringify({ origin: message.origin, tags: ['settings'] })
  await tx.$executeRaw`SELECT pg_notify(${purgeChannel}, ${text})`
}

/**
 * Lets only one transaction at a time, in all processes, go on past this line for `name`.
 * On SQLite every transaction holds the one write lock already.
 */
export async function exclusive(tx: Tx, name: string): Promise<void> {
  if (engine === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))`
}
