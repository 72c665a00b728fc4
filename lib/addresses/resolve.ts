import { db } from '@/lib/db/client'
import { pathKey } from '@/lib/posts/permalink'
import { windowOfAddress } from '@/lib/views/window-addresses'
import { labelPath } from './canonical'

/** What the database says of a reader address. */
export type Address =
  /** A page to be made; `keep` false for what must not be remembered. */
  | { kind: 'page'; keep: boolean }
  | { kind: 'redirect'; location: string; status: 301 }
  | { kind: 'gone' }
  | { kind: 'missing' }

const page: Address = { kind: 'page', keep: true }
const missing: Address = { kind: 'missing' }
const labelPrefix = '/search/label/'

const fixed = new Set(['/', '/label', '/arsip', '/feeds/posts/default', '/sitemap.xml', '/robots.txt'])

/** Answers to one person. */
const oncePages = new Set(['/komentar/terima-kasih', '/komentar/balas'])

/** Old addresses of Blogger's that have one lasting meaning here. */
const moved: Record<string, string> = {
  '/atom.xml': '/feeds/posts/default',
  '/feeds/posts/summary': '/feeds/posts/default',
  '/index.html': '/',
  '/search/label': '/label',
}

/**
 * Decides what a key of `canonicalAddress` is: at most two indexed look-ups,
 * so that unknown addresses cost next to nothing.
 */
export async function resolveAddress(key: string): Promise<Address> {
  const path = key.split('?', 1)[0]!
  if (fixed.has(path)) return page
  if (oncePages.has(path)) return { kind: 'page', keep: false }
  if (path === '/search') return { kind: 'page', keep: !key.includes('q=') }
  if (Object.hasOwn(moved, path)) return redirect(moved[path]!)
  if (path.startsWith(labelPrefix)) return resolveLabel(decodeURIComponent(path.slice(labelPrefix.length)), key)
  if (path === '/terpopuler' || path.startsWith('/terpopuler/')) return resolvePopular(path, key)
  if (path.startsWith('/penulis/')) return resolveAuthor(decodeURIComponent(path.slice('/penulis/'.length)))
  const archive = resolveArchive(path)
  return archive ?? resolvePost(path)
}

function resolveArchive(path: string): Address | null {
  const old = path.match(/^\/(\d{4})_(\d{2})_01_archive\.html$/)
  if (old) return redirect(`/${old[1]}/${old[2]}/`)
  const parts = path.match(/^\/(\d{4})\/(?:(\d{2})\/(?:(\d{2})\/)?)?$/)
  if (!parts) return null
  const [, , month, day] = parts
  const real = (!month || inRange(month, 12)) && (!day || inRange(day, 31))
  return real ? page : missing
}

async function resolvePost(path: string): Promise<Address> {
  const fromKey = pathKey(path)
  const post = await db.post.findFirst({ where: { pathKey: fromKey, status: 'published' }, select: { path: true } })
  if (post) return post.path === path ? page : redirect(post.path!)
  return (await findRedirect(fromKey)) ?? missing
}

async function resolveLabel(name: string, key: string): Promise<Address> {
  const label = await db.label.findUnique({ where: { name }, select: { id: true } })
  if (label) return page
  const moved = await findRedirect(labelPrefix + name)
  if (moved) return moved
  const alike = await db.label.findMany({ where: { nameKey: name.toLowerCase() }, select: { name: true }, take: 2 })
  return alike.length === 1 ? redirect(labelPath(alike[0]!.name) + queryOf(key)) : missing
}

async function resolvePopular(path: string, key: string): Promise<Address> {
  if (path !== '/terpopuler' && !windowOfAddress(path.slice('/terpopuler/'.length))) return missing
  const label = new URLSearchParams(queryOf(key)).get('label')
  if (label === null) return page
  return (await db.label.findUnique({ where: { name: label }, select: { id: true } })) ? page : missing
}

async function resolveAuthor(slug: string): Promise<Address> {
  const author = await db.user.findUnique({ where: { slug: slug.toLowerCase() }, select: { slug: true } })
  if (!author) return missing
  return author.slug === slug ? page : redirect(`/penulis/${author.slug}`)
}

async function findRedirect(fromKey: string): Promise<Address | null> {
  const row = await db.redirect.findUnique({ where: { fromKey }, select: { target: true } })
  return row && (row.target === null ? { kind: 'gone' } : redirect(row.target))
}

function redirect(location: string): Address {
  return { kind: 'redirect', location, status: 301 }
}

function queryOf(key: string): string {
  const mark = key.indexOf('?')
  return mark < 0 ? '' : key.slice(mark)
}

function inRange(digits: string, max: number): boolean {
  const number = Number(digits)
  return number >= 1 && number <= max
}
