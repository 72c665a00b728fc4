import { partsOfDay, type Day } from '@/lib/clock'

/** Blogger cuts its addresses near this many characters, at a word. */
const slugLength = 39

/**
 * The last part of an address, made from a title: lower-case ASCII words joined by hyphens,
 * cut at a word. What has no Latin letters gives `blog-post`, as in Blogger.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > slugLength) break
    slug = longer
  }
  return slug || words[0]?.slice(0, slugLength) || 'blog-post'
}

/** `/2025/03/slug.html`; the day is the first publication's in the blog's zone. */
export function postPath(day: Day, slug: string): string {
  const { year, month } = partsOfDay(day)
  return `/${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}/${slug}.html`
}

/** `/p/slug.html` */
export function pagePath(slug: string): string {
  return `/p/${slug}.html`
}

/** Finds any spelling of a post's address. */
export function pathKey(path: string): string {
  return path.toLowerCase()
}

/**
 * The first of `path`, `path` with `-2`, `-3`, … that `isTaken` does not know.
 * Blogger adds `_NN`; a hyphen reads better, and old addresses are kept as they are anyway.
 */
export async function freePath(path: string, isTaken: (key: string) => Promise<boolean>): Promise<string> {
  if (!(await isTaken(pathKey(path)))) return path
  for (let n = 2; ; n++) {
    const next = path.replace(/\.html$/, `-${n}.html`)
    if (!(await isTaken(pathKey(next)))) return next
  }
}
