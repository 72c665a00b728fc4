import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'
import type { Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { secretFor } from '@/lib/secrets'

/** How long a solved challenge is good for: somebody may write slowly, and be called away. */
const goodFor = 12 * 3_600_000
/** Nobody reads a form, writes and sends it faster than this, in ms. */
const fastest = 2_000
/** Hashes a try, and tries: together under a second on a cheap phone, while its owner writes. */
const cost = 20
const tries = { least: 80, most: 240 }

export type Proof =
  | { state: 'none' | 'wrong' | 'hasty' }
  /** `id`: what is spent with the comment, so that a solution counts once. */
  | { state: 'good'; id: string; expiresAt: Date }

/** A task for the reader's browser, signed, so that nothing is kept until it comes back solved. */
export async function makeChallenge(now = new Date()): Promise<Challenge> {
  const key = (await secretFor('proof')).toString('base64url')
  return createChallenge({
    algorithm: 'SHA-256', cost, deriveKey, counter: randomInt(tries.most, tries.least),
    hmacSignatureSecret: key, hmacKeySignatureSecret: key,
    expiresAt: new Date(now.getTime() + goodFor), data: { at: now.getTime() },
  })
}

const hex = z.string().regex(/^[0-9a-f]{2,128}$/)
const solved = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('SHA-256'), nonce: hex, salt: hex, cost: z.literal(cost), keyLength: z.literal(32), keyPrefix: hex,
      keySignature: hex, expiresAt: z.int(), data: z.object({ at: z.int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0).max(tries.most), derivedKey: hex }),
})

/** What came back with a comment. */
export async function checkProof(payload: string | null, now = new Date()): Promise<Proof> {
  if (payload === null) return { state: 'none' }
  const parsed = solved.safeParse(parseJson(payload))
  if (!parsed.success) return { state: 'wrong' }
  const { challenge, solution } = parsed.data
  const key = (await secretFor('proof')).toString('base64url')
  const { verified } = await verifySolution({ challenge, solution: { ...solution, time: 0 }, deriveKey, hmacSignatureSecret: key, hmacKeySignatureSecret: key })
  const { nonce, expiresAt, data } = challenge.parameters
  if (!verified || expiresAt * 1000 < now.getTime()) return { state: 'wrong' }
  return now.getTime() - data.at < fastest ? { state: 'hasty' } : { state: 'good', id: `proof:${nonce}`, expiresAt: new Date(expiresAt * 1000) }
}

/** Spends it, in the transaction that adds the comment and in all instances. @throws AppError `replay` when it has been spent before */
export async function spendProof(tx: Tx, proof: Proof): Promise<void> {
  if (proof.state !== 'good') return
  const added = await tx.$executeRaw`INSERT INTO "UsedLink" ("id", "expiresAt") VALUES (${proof.id}, ${proof.expiresAt}) ON CONFLICT DO NOTHING`
  if (!added) throw new AppError('conflict', 'replay')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
