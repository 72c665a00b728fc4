import type { IncomingMessage } from 'node:http'

/**
 * At home the server goes by two names, but a cookie and a form belong to one: somebody who opens
 * http://127.0.0.1:3000/admin while the site is http://localhost:3000 is sent there.
 * Only between these names, so that a proxy that rewrites the host cannot cause a loop.
 *
 * @returns the same address at home, when a browser opens a page under the other name
 */
export function homeOf({ method, headers, url }: IncomingMessage, siteUrl: string): string | undefined {
  const { hostname, port } = new URL(siteUrl)
  if (hostname !== 'localhost' || method !== 'GET' || headers['sec-fetch-mode'] !== 'navigate') return undefined
  const others = ['127.0.0.1', '[::1]'].map((name) => (port ? `${name}:${port}` : name))
  return others.includes(headers.host ?? '') ? `${siteUrl}${url}` : undefined
}
