import { createHash, randomBytes } from 'node:crypto'

/** 256 bits: not to be guessed, however many try. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token; whoever reads the database cannot open a link with it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
