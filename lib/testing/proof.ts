import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { makeChallenge } from '@/lib/spam/proof'

/** What a reader's browser sends along, asked for half a minute before `now`. */
export async function solvedProof(now = new Date()): Promise<string> {
  const challenge = await makeChallenge(new Date(now.getTime() - 30_000))
  const { counter, derivedKey } = (await solveChallenge({ challenge, deriveKey }))!
  return JSON.stringify({ challenge, solution: { counter, derivedKey } })
}
