import { encodeLabel } from '@/lib/addresses/label-path'
import { readTime } from '@/lib/addresses/time'

export type FeedFormat = 'atom' | 'rss' | 'json' | 'jsonfeed'
/** From this instant on, and before that one. */
export type TimeRange = { from: Date | null; to: Date | null }

/** What an address under /feeds/ asks for, in Blogger's words. */
export type FeedRequest = {
  of: 'posts' | 'pages' | 'comments'
  /** Comments of the post with this number; null for those of all. */
  post: string | null
  /** The one entry with this number. */
  entry: string | null
  /** Posts that have all of these. */
  labels: string[]
  isSummary: boolean
  format: FeedFormat
  take: number
  /** From 1. */
  start: number
  orderBy: 'published' | 'updated'
  published: TimeRange
  updated: TimeRange
  words: string
}

const usualTake = 25
/** Scripts in the wild count on 500 titles, or on 150 whole posts. */
const most = { whole: 150, summary: 500 }
const address = /^\/feeds\/(?:(\d{1,25})\/)?(posts|pages|comments)\/(default|full|summary|basic)(?:\/(\d{1,25}))?(?:\/-\/(.+))?$/
const formats: Record<string, FeedFormat> = { rss: 'rss', json: 'json', 'json-in-script': 'json', jsonfeed: 'jsonfeed' }

/** Null when there is no such feed. Parameters that mean nothing are passed over. */
export function readFeed(path: string, params: URLSearchParams): FeedRequest | null {
  const parts = address.exec(path)
  if (!parts) return null
  const [, post = null, of, projection, entry = null, labels] = parts as unknown as [string, string?, FeedRequest['of']?, string?, string?, string?]
  if (post !== null && of !== 'comments') return null
  if (labels !== undefined && (of !== 'posts' || entry !== null)) return null
  const isSummary = projection === 'summary' || projection === 'basic'
  const cap = isSummary || of === 'comments' ? most.summary : most.whole
  const isList = entry === null
  const text = (name: string) => (isList ? params.get(name) : null)
  return {
    of: of!, post, entry, isSummary,
    labels: labels === undefined ? [] : labels.split('/').filter(Boolean).slice(0, 4).map(decodeURIComponent),
    format: formats[params.get('alt') ?? ''] ?? 'atom',
    take: Math.min(cap, wholeNumber(text('max-results')) ?? usualTake),
    start: Math.max(1, wholeNumber(text('start-index')) ?? 1),
    orderBy: text('orderby') === 'updated' ? 'updated' : 'published',
    published: { from: readTime(text('published-min')), to: readTime(text('published-max')) },
    updated: { from: readTime(text('updated-min')), to: readTime(text('updated-max')) },
    words: (text('q') ?? '').normalize('NFC').trim().slice(0, 200),
  }
}

/** The one spelling of a feed's address: path and parameters in a fixed order, those left out that change nothing. */
export function feedAddress(request: FeedRequest): string {
  const params = new URLSearchParams()
  const { format, take, start, orderBy, published, updated, words } = request
  if (format !== 'atom') params.set('alt', format)
  if (take !== usualTake) params.set('max-results', String(take))
  if (start !== 1) params.set('start-index', String(start))
  if (orderBy !== 'published') params.set('orderby', orderBy)
  for (const [name, time] of [
    ['published-min', published.from], ['published-max', published.to], ['updated-min', updated.from], ['updated-max', updated.to],
  ] as const) {
    if (time) params.set(name, time.toISOString())
  }
  if (words) params.set('q', words)
  const query = params.toString()
  return query ? `${feedPath(request)}?${query}` : feedPath(request)
}

/** The address without its parameters. */
export function feedPath({ post, of, isSummary, entry, labels }: FeedRequest): string {
  const parts = ['/feeds', post, of, isSummary ? 'summary' : 'default', entry, ...(labels.length ? ['-', ...labels.map(encodeLabel)] : [])]
  return parts.filter((part) => part !== null).join('/')
}

const usualTakes = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 150, 200, 500])

/**
 * True for what many ask in the same words: newest posts, or one page after the other. Everything else (searches,
 * ranges of time) could fill the memory with answers that nobody asks for again.
 */
export function isUsual({ of, post, take, start, orderBy, published, updated, words }: FeedRequest): boolean {
  const isPlain = orderBy === 'published' && !published.from && !published.to && !updated.from && !updated.to && !words
  const isPage = start === 1 || (take >= usualTake && start <= 5001 && (start - 1) % take === 0)
  // Nothing says yet that a comment came to any post at all.
  const isTold = of !== 'comments' || post !== null
  return isPlain && isPage && isTold && usualTakes.has(take)
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
