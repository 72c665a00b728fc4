import { relative, dirname } from 'node:path/posix'
import { canonicalAddress } from '@/lib/addresses/canonical'

/** Where a page of the site lies as a file; null for what a plain file server cannot be, such as a search. */
export function fileOf(key: string): string | null {
  const [path = '/', query = ''] = key.split('?', 2)
  const params = new URLSearchParams(query)
  if (path === '/search' || params.has('q')) return null
  // A plain server knows no queries, and some know no percent signs.
  const name = decodeURIComponent(path).replace(/[\\:*?"<>|%#]/g, '_').slice(1).replace(/\/$/, '')
  const more = [...params].map(([name, value]) => `-${name}-${value.replace(/[^\w.-]/g, '_')}`).join('')
  if (path.startsWith('/feeds/')) return `${name}${more}.${/alt-json/.test(more) ? 'json' : 'xml'}`
  if (/\.(?:xml|txt)$/.test(name)) return more ? name.replace(/\.(\w+)$/, `${more}.$1`) : name
  if (name.endsWith('.html')) return more ? name.replace(/\.html$/, `${more}.html`) : name
  return [name, more && `halaman${more}`, 'index.html'].filter(Boolean).join('/')
}

export type Link = { kind: 'page'; key: string; hash: string } | { kind: 'file'; path: string } | { kind: 'other' }

/** What an address on a page is to the site that is made. */
export function linkOf(address: string, from: string, siteUrl: string): Link {
  if (!URL.canParse(address, siteUrl + from)) return { kind: 'other' }
  const url = new URL(address, siteUrl + from)
  if (url.origin !== siteUrl) return { kind: 'other' }
  if (/^\/media\/\d+\/[\w.-]+$/.test(url.pathname) || /^\/(?:favicon\.ico|icon\.svg|apple-touch-icon\.png|share\.jpg)$/.test(url.pathname)) return { kind: 'file', path: url.pathname.slice(1) }
  const found = canonicalAddress(url.pathname + url.search)
  const key = found.kind === 'redirect' ? found.location : found.kind === 'reader' ? found.key : null
  // What needs a server to be searched can still be looked through.
  if (key === '/search') return { kind: 'page', key: '/arsip', hash: '' }
  if (key === null || (key.startsWith('/feeds/') && key !== '/feeds/posts/default')) return { kind: 'other' }
  return fileOf(key) === null ? { kind: 'other' } : { kind: 'page', key, hash: url.hash }
}

/** The way from one file to another, so that the site opens in any folder. */
export function wayTo(file: string, from: string): string {
  return relative(dirname(from), file).split('/').map(encodeURIComponent).join('/')
}
