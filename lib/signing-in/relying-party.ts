import { env } from '@/lib/env'

/** Whom passkeys are made for: the host of SITE_URL, without its port. */
export function relyingParty(): { id: string; origin: string } {
  return { id: new URL(env.SITE_URL).hostname, origin: env.SITE_URL }
}

/** Browsers make passkeys for names under https, and for localhost; not for bare addresses. */
export function hasPasskeys(): boolean {
  const { protocol, hostname } = new URL(env.SITE_URL)
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  return !isAddress && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'))
}
