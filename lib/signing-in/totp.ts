import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import { seal, unseal } from '@/lib/seal'

/** What an authenticator app is told: to scan, to press on the same phone, or to type. */
export type TotpOffer = { key: string; uri: string; qr: { size: number; path: string } }

const about = (userId: number) => `totp:${userId}`

/** A new secret, sealed for the database, and the form in which a person gets it. */
export async function newTotp(userId: number, issuer: string, label: string): Promise<{ sealed: string; offer: TotpOffer }> {
  const secret = new Secret({ size: 20 })
  const uri = new TOTP({ issuer, label, secret }).toString()
  const key = secret.base32.match(/.{1,4}/g)!.join(' ')
  return { sealed: await seal('totp', about(userId), secret.base32), offer: { key, uri, qr: draw(uri) } }
}

/** The time step that a code belongs to (now, the one before or after), or null when it is none of theirs. */
export async function stepOf(userId: number, sealed: string, code: string, now: Date): Promise<number | null> {
  const key = await unseal('totp', about(userId), sealed)
  if (key === null) return null
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  const delta = totp.validate({ token: code, window: 1, timestamp: now.getTime() })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / totp.period) + delta
}

/** The dark squares as one path, a unit each. */
function draw(text: string): TotpOffer['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
