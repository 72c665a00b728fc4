import { isSecure, ownCookie } from '@/lib/site-cookies'
import { challengeSeconds } from './challenge'

/** Binds the challenge of a sign-in by passkey to the browser that asked for it. */
export const challengeCookie = ownCookie('challenge')

export function challengeHeader(token: string): string {
  return `${challengeCookie}=${token}; Path=/; Max-Age=${challengeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}

/** The value of a cookie, empty when it did not come along. */
export function cookieNamed(name: string, headers: Record<string, unknown> | undefined): string {
  const all = String(headers?.cookie ?? '').split(';').map((pair) => pair.trim())
  return all.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}
