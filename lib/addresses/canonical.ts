/**
 * Which reader page an address means, before anything is looked up.
 * `key` is the one spelling of it: path and the parameters that mean something.
 */
export type Canonical =
  | { kind: 'reader'; key: string }
  | { kind: 'redirect'; location: string; status: 301 }
  | { kind: 'other' }
  | { kind: 'bad' }

/** First path segments that belong to the server, the admin area and handlers. */
const reserved = new Set(['admin', 'masuk', 'lupa-sandi', 'tautan', 'api', 'media', '_next', '_teduh', 'healthz', 'pratinjau'])

const labelPrefix = '/search/label/'

/**
 * @param url path and query as the browser sent them
 *
 * Query parameters that mean nothing (`m`, `fbclid`, `utm_…`) neither redirect nor split the key.
 */
export function canonicalAddress(url: string): Canonical {
  const mark = url.indexOf('?')
  const rawPath = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  if (!rawPath.startsWith('/')) return { kind: 'bad' }

  const path = tidyPath(rawPath)
  if (path === null) return { kind: 'bad' }
  const first = path.slice(1, path.indexOf('/', 1) < 0 ? undefined : path.indexOf('/', 1))
  if (reserved.has(first) || (path.lastIndexOf('/') === 0 && /^\/[\w-]+\.(ico|png|svg|txt|webmanifest)$/.test(path) && path !== '/robots.txt'))
    return { kind: 'other' }
  if (path !== rawPath) return { kind: 'redirect', location: withQuery(path, query), status: 301 }
  return { kind: 'reader', key: withQuery(path, meaningful(path, query)) }
}

/** One spelling: single slashes, percent-encoding as encodeURIComponent makes it, no needless trailing slash. */
function tidyPath(raw: string): string | null {
  let path = raw.replace(/\/{2,}/g, '/')
  try {
    if (path.startsWith(labelPrefix)) {
      const name = decodeURIComponent(path.slice(labelPrefix.length).replace(/\/$/, ''))
      if (hasControl(name)) return null
      return labelPrefix + encodeLabel(name)
    }
    path = path
      .split('/')
      .map((part) => encodeURIComponent(decodeURIComponent(part)))
      .join('/')
      .replace(/%40/g, '@')
      .replace(/%3A/g, ':')
    if (hasControl(decodeURIComponent(path))) return null
  } catch {
    return null
  }
  if (/^\/\d{4}(\/\d{2}){0,2}\/?$/.test(path)) return path.endsWith('/') ? path : `${path}/`
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/** How a label's name stands in its address; a slash in it as %2F. */
export function encodeLabel(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

export function labelPath(name: string): string {
  return labelPrefix + encodeLabel(name)
}

const pageNumber = /^[1-9]\d{0,5}$/
const idNumber = /^[1-9]\d{0,14}$/

/** The parameters a page understands, in a fixed order. */
function meaningful(path: string, query: string): string {
  if (!query) return ''
  const params = new URLSearchParams(query)
  const kept = new URLSearchParams()
  const page = params.get('page')
  if (path === '/search') {
    const q = params.get('q')?.normalize('NFC').trim().slice(0, 200)
    if (q) kept.set('q', q)
    const before = params.get('updated-max')
    if (before && !q) kept.set('updated-max', before.slice(0, 40))
  }
  const label = params.get('label')?.normalize('NFC').trim().slice(0, 200)
  if (label && isPopular(path)) kept.set('label', label)
  for (const [of, name] of [['/komentar/terima-kasih', 'post'], ['/komentar/balas', 'ke']] as const) {
    const id = params.get(name)
    if (path === of && id && idNumber.test(id)) kept.set(name, id)
  }
  if (page && pageNumber.test(page) && page !== '1' && isList(path)) kept.set('page', page)
  return kept.toString()
}

function isPopular(path: string): boolean {
  return path === '/terpopuler' || path.startsWith('/terpopuler/')
}

function isList(path: string): boolean {
  return path === '/' || path.startsWith('/search') || path.startsWith('/penulis/') || /^\/\d{4}\//.test(path)
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path
}

function hasControl(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text)
}
