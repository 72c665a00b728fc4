/** The parts of an ALTCHA challenge that are needed to solve it. */
type Challenge = { parameters: { nonce: string; salt: string; cost: number; keyPrefix: string } }

/** While it is good; the server takes it for twelve hours. */
const goodFor = 11 * 3_600_000
let work: { at: number; proof: Promise<string> } | null = null

/** Begins when somebody turns to the form, so that it is done before they have written. */
export function startProof(): void {
  if (!work || Date.now() - work.at > goodFor) work = { at: Date.now(), proof: prove() }
}

/** A solved challenge, good for one comment; empty where the browser cannot, and then somebody reads the comment first. */
export async function takeProof(): Promise<string> {
  startProof()
  const proof = await work!.proof
  if (!proof) work = null
  return proof
}

/** After a comment has arrived. */
export const spendProof = (): void => void (work = null)

async function prove(): Promise<string> {
  try {
    const challenge = (await (await fetch('/api/comments/challenge', { cache: 'no-store' })).json()) as Challenge
    return JSON.stringify({ challenge, solution: await solve(challenge.parameters) })
  } catch {
    return ''
  }
}

/** SHA-256 of salt, nonce and a counter, hashed again `cost` times, until it begins as asked. */
async function solve({ nonce, salt, cost, keyPrefix }: Challenge['parameters']) {
  const bytes = fromHex(salt + nonce + '00000000')
  const counterAt = new DataView(bytes.buffer)
  for (let counter = 0; ; counter++) {
    counterAt.setUint32(bytes.length - 4, counter)
    let hash: ArrayBuffer = bytes.buffer
    for (let i = 0; i < cost; i++) hash = await crypto.subtle.digest('SHA-256', hash)
    const derivedKey = toHex(hash)
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey }
  }
}

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16))
const toHex = (hash: ArrayBuffer) => [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
