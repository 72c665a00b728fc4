import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from './db/transaction'
import { AppError } from './errors'
import { secretFor } from './secrets'

const content = z.object({
  /** Names the link, so that it acts once. */
  id: z.string(),
  purpose: z.enum(['setup', 'reset', 'invite', 'passkey-enter', 'passkey-add', 'comment-approve', 'comment-spam', 'comment-delete', 'answers-off', 'own-comment']),
  /** Whom or what it is about, such as a user's id. */
  subject: z.string(),
  /** Seconds since 1970. */
  expires: z.int(),
})
export type SignedLink = z.infer<typeof content>
export type LinkPurpose = SignedLink['purpose']

type NewLink = { purpose: LinkPurpose; subject: string; expiresAt: Date; binding?: string; id?: string }

/**
 * A token for an address. `binding` is something that has to be the same when it is opened, such as the
 * password's hash: the link dies when it changes. It is signed and not contained.
 */
export async function signLink({ purpose, subject, expiresAt, binding = '', id }: NewLink): Promise<string> {
  const link: SignedLink = { id: id ?? randomBytes(12).toString('base64url'), purpose, subject, expires: Math.floor(expiresAt.getTime() / 1000) }
  const body = Buffer.from(JSON.stringify(link)).toString('base64url')
  return `${body}.${await signature(body, binding)}`
}

/** What a token says, unverified: to look up what its binding is. Null for nonsense. */
export function readLink(token: string): SignedLink | null {
  try {
    return content.parse(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()))
  } catch {
    return null
  }
}

/** @throws AppError `not_found` (`link.invalid`) when it is not ours, for something else, changed or expired */
export async function openLink(token: string, { purpose, binding = '', now = new Date() }: { purpose: LinkPurpose; binding?: string; now?: Date }): Promise<SignedLink> {
  const [body = '', mac = '', ...rest] = token.split('.')
  const right = Buffer.from(await signature(body, binding))
  const given = Buffer.from(mac)
  const isOurs = rest.length === 0 && given.length === right.length && timingSafeEqual(given, right)
  const link = isOurs ? readLink(token) : null
  if (!link || link.purpose !== purpose || link.expires * 1000 < now.getTime()) throw new AppError('not_found', 'link.invalid')
  return link
}

/** Marks the link as used, in the transaction in which it acts. @throws AppError when it has acted before */
export async function consumeLink(tx: Tx, link: SignedLink): Promise<void> {
  const added = await tx.$executeRaw`
    INSERT INTO "UsedLink" ("id", "expiresAt") VALUES (${link.id}, ${new Date(link.expires * 1000)}) ON CONFLICT DO NOTHING`
  if (!added) throw new AppError('not_found', 'link.invalid')
}

async function signature(body: string, binding: string): Promise<string> {
  const key = await secretFor('link')
  return createHmac('sha256', key).update(JSON.stringify([body, binding])).digest('base64url')
}
