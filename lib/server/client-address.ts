import { rawHeaderList } from './raw-header'

/**
 * The visitor's own address. Each trusted proxy adds the one it heard from at the end of X-Forwarded-For,
 * so with n of them the n-th from the end is true and everything before it may be invented.
 *
 * @param remote the address that the connection comes from
 */
export function clientAddress(request: { rawHeaders: string[] }, remote: string, trustedHops: number): string {
  const forwarded = trustedHops > 0 ? rawHeaderList(request, 'x-forwarded-for').split(',') : []
  const heard = [...forwarded, remote].map((part) => part.trim()).filter(Boolean)
  const address = heard[Math.max(0, heard.length - 1 - trustedHops)] ?? ''
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
