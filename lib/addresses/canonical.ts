import { feedAddress, readFeed } from '@/lib/feeds/request'
import { encodeLabel, labelPrefix } from './label-path'
import { meaningful } from './meaningful'

export { encodeLabel, labelPath } from './label-path'

/**
 * Which reader page an address means, before anything is looked up.
 * `key` is the one spelling of it: path and the parameters that mean something. `callback` names the function that
 * a script from elsewhere wants the answer handed to; the answer without it is the same for everybody.
 */
export type Canonical =
  | { kind: 'reader'; key: string; callback?: string }
  | { kind: 'redirect'; location: string; status: 301 }
  | { kind: 'other' }
  | { kind: 'bad' }

/** First path segments that belong to the server, the admin area and handlers. */
const reserved = new Set(['admin', 'masuk', 'lupa-sandi', 'tautan', 'api', 'media', 'rekaman', 'og', '_next', '_teduh', 'healthz', 'pratinjau'])

const bad: Canonical = { kind: 'bad' }

/**
 * @param url path and query as the browser sent them
 *
 * Query parameters that mean nothing (`m`, `fbclid`, `utm_…`) neither redirect nor split the key, and neither does
 * another way to encode the same letters: the page names its canonical address.
 */
export function canonicalAddress(url: string): Canonical {
  const mark = url.indexOf('?')
  const rawPath = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  if (!rawPath.startsWith('/')) return bad

  const spelt = respell(rawPath)
  if (spelt === null) return bad
  const path = tidyPath(spelt)
  if (reserved.has(path.split('/', 2)[1]!)) return { kind: 'other' }
  if (!isAsGood(spelt, path)) return { kind: 'redirect', location: withQuery(path, query), status: 301 }
  if (path.startsWith('/feeds/')) return feedKey(path, query)
  return { kind: 'reader', key: withQuery(path, query && meaningful(path, new URLSearchParams(query))) }
}

/** Each part as encodeURIComponent writes it; null when it cannot be read. */
function respell(raw: string): string | null {
  try {
    const parts = raw.split('/').map((part) => decodeURIComponent(part))
    if (parts.some(hasControl)) return null
    const isLabel = raw.startsWith(labelPrefix)
    return parts.map((part) => (isLabel ? encodeLabel(part) : encodeURIComponent(part).replace(/%40/g, '@').replace(/%3A/g, ':'))).join('/')
  } catch {
    return null
  }
}

/** Single slashes, and one at the end only where Blogger has one; a slash in a label as %2F. */
function tidyPath(spelt: string): string {
  const path = spelt.replace(/\/{2,}/g, '/')
  if (path.startsWith(labelPrefix)) return labelPrefix + path.slice(labelPrefix.length).replace(/\/$/, '').replace(/\//g, '%2F')
  if (isDate.test(path)) return path.endsWith('/') ? path : `${path}/`
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

const isDate = /^\/\d{4}(\/\d{2}){0,2}\/?$/

/** Blogger answers a feed with and without the slash at the end; so do we: some readers of feeds follow nobody. */
function isAsGood(spelt: string, path: string): boolean {
  return spelt === path || (path.startsWith('/feeds/') && spelt === `${path}/`)
}

const callbackName = /^[A-Za-z_$][\w$.]{0,49}$/

function feedKey(path: string, query: string): Canonical {
  const params = new URLSearchParams(query)
  const request = readFeed(path, params)
  if (!request) return { kind: 'reader', key: path }
  const key = feedAddress(request)
  // What Google's own reader called its function.
  const callback = params.get('callback') ?? (params.get('alt') === 'json-in-script' ? 'gdata.io.handleScriptLoaded' : null)
  if (request.format !== 'json' || callback === null) return { kind: 'reader', key }
  return callbackName.test(callback) ? { kind: 'reader', key, callback } : bad
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path
}

function hasControl(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text)
}
