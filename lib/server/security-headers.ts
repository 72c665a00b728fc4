import { createHash } from 'node:crypto'
import { scriptFolder } from '@/lib/page-cache/strip'
import { readerStarter } from '@/lib/reader-script'

const permissions = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/** What every answer carries, beside a policy of its own kind. Lower-case names. */
export function commonHeaders(siteUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': permissions,
    // Half a year: long enough to be of use, short enough to come back from.
    ...(siteUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=15552000' }),
  }
}

const closed = ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]

/** For what is neither a page nor a script: a text, a picture, a feed. */
export const barePolicy = ["default-src 'none'", ...closed].join('; ')

/** Readers' pages: their inline styles by hash, and scripts from our own folder only, with the one that starts them. */
export function readerPolicy(html: string, site: { siteUrl: string; isDevelopment: boolean }): string {
  const styles = site.isDevelopment ? ["'self'", "'unsafe-inline'"] : styleHashes(html)
  return [
    "default-src 'none'",
    `script-src ${[readerStarter()?.hash, scriptFolders(site.siteUrl)].filter(Boolean).join(' ')}`,
    `style-src ${styles.join(' ') || "'none'"}`,
    `img-src ${["'self'", 'data:', ...pictureHosts(html)].join(' ')}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...mediaOf(html),
    ...closed,
  ].join('; ')
}

/** Recordings of ours, and the player that a video becomes when it is pressed, where the page has one. */
function mediaOf(html: string): string[] {
  return [
    ...(html.includes('<audio ') ? ["media-src 'self'"] : []),
    ...(html.includes(' data-youtube="') ? ['frame-src https://www.youtube-nocookie.com'] : []),
  ]
}

/** Everything else: scripts by a nonce of this one answer. @param pictureHosts where the editor may show pictures of a blog that moved in from */
export function innerPolicy(nonce: string, isDevelopment: boolean, pictureHosts: string[] = []): string {
  const script = `'nonce-${nonce}' 'strict-dynamic'`
  return [
    "default-src 'self'",
    `script-src ${script}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The editor sets styles on what it draws.
    "style-src 'self' 'unsafe-inline'",
    `img-src ${["'self'", 'data:', 'blob:', ...pictureHosts].join(' ')}`,
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    ...closed,
  ].join('; ')
}

const style = /<style\b[^>]*>([\s\S]*?)<\/style>/gi

function styleHashes(html: string): string[] {
  const hashes = Array.from(html.matchAll(style), ([, css]) => {
    const digest = createHash('sha256').update(css!.replace(/\r\n?/g, '\n')).digest('base64')
    return `'sha256-${digest}'`
  })
  return [...new Set(hashes)]
}

const elsewhere = /<img\b(?=[^>]*\sclass="elsewhere[ "])[^>]*?\ssrc="(https?:\/\/[^"]*)"/g

/** The hosts from which this very page shows pictures of a blog that moved in (`lib/remote-pictures`). */
function pictureHosts(html: string): string[] {
  const origins = Array.from(html.matchAll(elsewhere), ([, src]) => new URL(src!.replace(/&amp;/g, '&')).origin)
  return [...new Set(origins)].toSorted()
}

/** A path cannot follow 'self', so the folder is named with its origin; at home it goes by two names. */
function scriptFolders(siteUrl: string): string {
  const { protocol, hostname, port } = new URL(siteUrl)
  const origins = [siteUrl]
  if (hostname === 'localhost') origins.push(`${protocol}//127.0.0.1${port && `:${port}`}`)
  return origins.map((origin) => origin + scriptFolder).join(' ')
}
