import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pictureHosts } from '@/lib/remote-pictures/hosts'
import type { NextHandler } from './ask-next'
import { beforeHeaders, setDefault } from './outgoing'
import { innerPolicy } from './security-headers'

export type PassOn = { next: NextHandler; siteUrl: string; isDevelopment: boolean }

/** Sent by visitors these would be believed; only what this server says of them counts. */
const ours = /^(x-forwarded-|x-teduh-|x-real-ip$|forwarded$|content-security-policy)/

/**
 * Hands a request to Next as it is, but with a host that is ours, the visitor's address as this server
 * sees it, and a nonce. What comes back is private unless it says that it is public.
 */
export async function passOn(
  { next, siteUrl, isDevelopment }: PassOn,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  // One goes from room to room without a new document, so the first says it for the editor too.
  const hosts = /^\/admin(?:[/?]|$)/.test(request.url ?? '') ? await pictureHosts() : []
  const policy = innerPolicy(randomBytes(16).toString('base64'), isDevelopment, hosts)
  tellNext(request, siteUrl, address, policy)
  beforeHeaders(response, () => {
    setDefault(response, 'content-security-policy', policy)
    if (/\bpublic\b/.test(String(response.getHeader('cache-control') ?? ''))) return
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-robots-tag', 'noindex')
  })
  await next(request, response)
}

function tellNext({ headers, url }: IncomingMessage, siteUrl: string, address: string, policy: string) {
  for (const name of Object.keys(headers)) if (ours.test(name)) delete headers[name]
  const { host, protocol } = new URL(siteUrl)
  headers.host = headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-for'] = headers['x-teduh-address'] = address
  // For the way back after signing in.
  headers['x-teduh-path'] = url?.split('?', 1)[0]
  // Next reads the nonce from here and puts it on its own scripts.
  headers['content-security-policy'] = policy
}
