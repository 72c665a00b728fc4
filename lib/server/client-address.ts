import type { IncomingMessage } from 'node:http'

/**
 * The visitor's own address. Each trusted proxy adds the one it heard from at the end of X-Forwarded-For,
 * so with n of them the n-th from the end is true and everything before it may be invented.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const heard = [...forwarded, request.socket.remoteAddress ?? ''].map((part) => part.trim()).filter(Boolean)
  const address = heard[Math.max(0, heard.length - 1 - trustedHops)] ?? ''
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
