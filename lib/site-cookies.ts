import { env } from './env'

/** Whether cookies may only travel under https. */
export const isSecure = env.SITE_URL.startsWith('https:')

/** The name of a cookie of ours; under https no other host and no other path can set it. */
export function ownCookie(name: string): string {
  return isSecure ? `__Host-teduh.${name}` : `teduh.${name}`
}
