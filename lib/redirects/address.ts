import { canonicalAddress } from '@/lib/addresses/canonical'
import { labelPrefix } from '@/lib/addresses/label-path'
import { env } from '@/lib/env'
import { pathKey } from '@/lib/posts/permalink'

/** Why an address cannot lead elsewhere, or nothing can lead there; a name in `messages.redirects.why`. */
export type Why = 'unreadable' | 'elsewhere' | 'query' | 'reserved' | 'page' | 'moved' | 'unknown' | 'loop' | 'twice' | 'same'

const saysNothing = /^(?:m|showComment|fbclid|utm_\w+)$/

/** `Redirect.fromKey` of an address as people copy it: whole, from whichever host the blog was at, or a path. */
export function fromKeyOf(typed: string): { key: string } | { why: Why } {
  const path = pathOf(typed)
  if (path === null) return { why: 'unreadable' }
  // Two addresses that differ in their query only would be one here.
  if ([...new URLSearchParams(path.split('?')[1])].some(([name]) => !saysNothing.test(name))) return { why: 'query' }
  const address = canonicalAddress(path.split('?', 1)[0]!)
  if (address.kind === 'bad') return { why: 'unreadable' }
  if (address.kind === 'other') return { why: 'reserved' }
  const key = address.kind === 'redirect' ? address.location : address.key
  if (key === '/') return { why: 'page' }
  return { key: key.startsWith(labelPrefix) ? labelPrefix + decodeURIComponent(key.slice(labelPrefix.length)) : pathKey(key) }
}

/** Where to: a page of this blog as a path, or another site as it stands. */
export function targetOf(typed: string): { target: string; isOwn: boolean } | { why: Why } {
  if (/\s/.test(typed) || typed.startsWith('//')) return { why: 'unreadable' }
  if (typed.startsWith('/')) return own(typed)
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address) || !new URL(address).hostname.includes('.') && new URL(address).origin !== env.SITE_URL) return { why: 'unreadable' }
  const url = new URL(address)
  return url.origin === env.SITE_URL ? own(url.pathname + url.search + url.hash) : { target: url.href, isOwn: false }
}

function own(typed: string): { target: string; isOwn: boolean } | { why: Why } {
  const [path = '', hash] = typed.split('#', 2)
  const address = canonicalAddress(path)
  if (address.kind === 'bad') return { why: 'unreadable' }
  if (address.kind === 'other') return { why: 'reserved' }
  const key = address.kind === 'redirect' ? address.location : address.key
  return { target: hash ? `${key}#${hash}` : key, isOwn: true }
}

function pathOf(typed: string): string | null {
  if (typed.startsWith('/') && !typed.startsWith('//')) return typed.split('#', 1)[0]!
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (/\s/.test(typed) || !URL.canParse(address) || !new URL(address).hostname.includes('.')) return null
  const { pathname, search } = new URL(address)
  return pathname + search
}
