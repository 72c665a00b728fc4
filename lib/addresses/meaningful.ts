import { labelPrefix } from './label-path'
import { readTime } from './time'

const pageNumber = /^[1-9]\d{0,5}$/
/** Blogger's have 19 digits. */
const commentAnchor = /^c[1-9]\d{0,24}$/
const idNumber = /^[1-9]\d{0,14}$/

/** How WordPress names a post by its number, `/?p=12`. */
const wordpressNames = ['p', 'page_id']

/** The parameters that a page understands, in a fixed order, as a query. */
export function meaningful(path: string, params: URLSearchParams): string {
  const kept = new URLSearchParams()
  const page = params.get('page')
  const q = path === '/search' ? tidy(params.get('q')) : ''
  if (q) kept.set('q', q)
  const label = tidy(params.get('label'))
  if (label && isPopular(path)) kept.set('label', label)
  for (const [of, name] of [['/komentar/terima-kasih', 'post'], ['/komentar/balas', 'ke']] as const) {
    const id = params.get(name)
    if (path === of && id && idNumber.test(id)) kept.set(name, id)
  }
  const number = path === '/' && wordpressNames.map((name) => params.get(name)).find((value) => value && idNumber.test(value))
  if (number) return `p=${number}`
  if (isPost.test(path)) keepCommentPage(params, kept)
  const isPaged = page !== null && pageNumber.test(page) && page !== '1'
  if (isPaged && (isList(path) || path === '/sitemap.xml')) kept.set('page', page)
  if (!isPaged && isList(path) && !path.startsWith('/penulis/')) keepOldPaging(params, kept)
  // `/sitemap.xml` names the parts, `?page=1` is the first of them.
  if (path === '/sitemap.xml' && page === '1') kept.set('page', page)
  return kept.toString()
}

const isPost = /^\/\d{4}\/\d\d\/[^/]+\.html$/

/** A further page of a post's comments, or the one on which `c<number>` stands. */
function keepCommentPage(params: URLSearchParams, kept: URLSearchParams) {
  const page = params.get('komentar')
  if (page !== null && (pageNumber.test(page) || commentAnchor.test(page)) && page !== '1') kept.set('komentar', page)
}

/** How Blogger turned pages: the posts before a time, or from a place in the list. */
function keepOldPaging(params: URLSearchParams, kept: URLSearchParams) {
  const before = readTime(params.get('updated-max'))
  const start = params.get('start')
  if (before && !kept.has('q')) {
    kept.set('updated-max', before.toISOString())
    if (params.get('reverse-paginate') === 'true') kept.set('reverse-paginate', 'true')
  } else if (start && pageNumber.test(start)) kept.set('start', start)
}

function tidy(text: string | null): string {
  return text?.normalize('NFC').trim().slice(0, 200).toWellFormed() ?? ''
}

function isPopular(path: string): boolean {
  return path === '/terpopuler' || path.startsWith('/terpopuler/')
}

function isList(path: string): boolean {
  return path === '/' || path === '/search' || path.startsWith(labelPrefix) || path.startsWith('/penulis/') || /^\/\d{4}\/(\d\d\/){0,2}$/.test(path)
}
