import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secretFor, type Purpose } from './secrets'

/**
 * Closes a text that has to be read again, so that a copy of the database alone does not give it away
 * (AES-256-GCM). `about` names the row it belongs to: moved to another row it does not open.
 */
export async function seal(purpose: Purpose, about: string, text: string): Promise<string> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await secretFor(purpose), iv).setAAD(Buffer.from(about))
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')
}

/** The text again, or null when it was closed by another secret, for something else, or changed since. */
export async function unseal(purpose: Purpose, about: string, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', await secretFor(purpose), bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
