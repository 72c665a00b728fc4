import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/db/transaction'
import { consumeLink, openLink, signLink } from '@/lib/signed-links'

const minutes = 5
export const challengeSeconds = minutes * 60

type Bound = { purpose: 'passkey-enter' | 'passkey-add'; /** Whose browser may answer. */ binding: string }

/** Something new for an authenticator to sign, and a token that holds it until the answer comes back. */
export async function newChallenge({ purpose, binding }: Bound, now = new Date()): Promise<{ challenge: Uint8Array<ArrayBuffer>; token: string }> {
  const challenge = new Uint8Array(randomBytes(32))
  const subject = Buffer.from(challenge).toString('base64url')
  const token = await signLink({ purpose, binding, subject, expiresAt: new Date(now.getTime() + minutes * 60_000) })
  return { challenge, token }
}

/** The challenge of a token, which is used up with it. @throws AppError `link.invalid` when it is not ours, old or used */
export async function spendChallenge(tx: Tx, token: string, { purpose, binding }: Bound, now = new Date()): Promise<string> {
  const link = await openLink(token, { purpose, binding, now })
  await consumeLink(tx, link)
  return link.subject
}
