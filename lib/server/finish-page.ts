import { createHash } from 'node:crypto'
import { type Bodies, compress } from '@/lib/page-cache/compress'
import type { FinishedPage } from '@/lib/page-cache/page-cache'
import { hasHoles, stripRuntime } from '@/lib/page-cache/strip'
import { log, tellPath } from '@/lib/log'
import type { Answer } from './ask-next'
import { popularAt } from './popular-at'
import { noteLanguage } from './plain-page'
import { redirectTo } from './redirect'
import { barePolicy, readerPolicy } from './security-headers'

/** What an answer of Next's may say of itself; everything else belongs to its runtime. */
const kept = ['content-type', 'x-robots-tag'] as const
/** And what is no page, such as a feed, besides. */
const keptOfOthers = ['link', 'last-modified', 'access-control-allow-origin'] as const

type Site = { siteUrl: string; isDevelopment: boolean }

/** Makes of Next's answer what readers get: without its runtime, with a policy, compressed. */
export async function finishPage(answer: Answer, key: string, site: Site): Promise<FinishedPage> {
  // A developer's error overlay is drawn by Next's own scripts.
  if (site.isDevelopment && answer.status >= 500) return unfinished(answer)
  if (answer.headers.location) return finishedRedirect(answer)
  const headers: Record<string, string> = { 'cache-control': 'public, max-age=0, must-revalidate' }
  const isHtml = String(answer.headers['content-type'] ?? '').startsWith('text/html')
  for (const name of isHtml ? kept : [...kept, ...keptOfOthers]) {
    const value = answer.headers[name]
    if (value) headers[name] = String(value)
  }
  const html = isHtml ? stripRuntime(answer.body.toString()) : ''
  if (isHtml && hasHoles(html)) log.error({ path: tellPath(key) }, 'page has a hole that only a script would fill')
  if (isHtml && answer.status === 200) noteLanguage(html)
  headers['content-security-policy'] = isHtml ? readerPolicy(html, site) : barePolicy
  // The next page in the reading flow is fetched when a finger or pointer comes near; never under Save-Data.
  if (isHtml && answer.status === 200) headers['speculation-rules'] = '"/reading.speculationrules"'
  const body = isHtml ? Buffer.from(html) : answer.body
  return { status: answer.status, headers, etag: etagOf(body), bodies: await (isHtml ? compressPage(html, body) : compress(body)) }
}

/** Cut where the list of the most read posts begins, which changes more often than all that comes before it. */
export function compressPage(html: string, body: Buffer): Promise<Bodies> {
  const at = popularAt(html)
  return compress(body, at < 0 ? undefined : Buffer.byteLength(html.slice(0, at)))
}

function finishedRedirect({ status, headers }: Answer): FinishedPage {
  return { ...redirectTo(String(headers.location), status), etag: '' }
}

function unfinished({ status, headers, body }: Answer): FinishedPage {
  const type = String(headers['content-type'] ?? 'text/plain')
  return { status, headers: { 'content-type': type, 'cache-control': 'no-store' }, etag: '', bodies: { identity: body } }
}

export function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}
