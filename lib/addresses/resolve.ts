import { db } from '@/lib/db/client'
import { findRows } from '@/lib/db/direct'
import { Prisma } from '@/lib/db/generated/sqlite/client'
import { pathKey } from '@/lib/posts/permalink'
import { windowOfAddress } from '@/lib/views/window-addresses'
import { findOldArchive, hasPosts, readArchive } from './archive'
import { resolveCommentPage } from './comment-page'
import { resolveFeed } from './feeds'
import { type Address, findRedirect, gone, missing, page, redirect } from './found'
import { labelPath, labelPrefix } from './label-path'
import { movedTo } from './moved'
import { pageOfOldPaging } from './old-paging'

export type { Address } from './found'

const fixed = new Set(['/', '/label', '/arsip', '/sitemap.xml', '/sitemap-pages.xml', '/robots.txt', '/ads.txt'])

/** Answers to one person. */
const oncePages = new Set(['/komentar/terima-kasih', '/komentar/balas', '/pokok-doa', '/pokok-doa/terima-kasih'])

/**
 * Decides what a key of `canonicalAddress` is: a few indexed look-ups at most, past Prisma, whose own work on each
 * costs a hundred times SQLite's. So unknown addresses cost next to nothing.
 */
export async function resolveAddress(key: string): Promise<Address> {
  const path = key.split('?', 1)[0]!
  if (path.startsWith('/feeds/')) return resolveFeed(key)
  const moved = movedTo(path)
  if (moved !== null) return redirect(moved)
  const found = await resolvePage(path, key)
  const elsewhere = found.kind === 'page' && key !== path ? await pageOfOldPaging(key) : null
  return elsewhere === null ? found : redirect(elsewhere)
}

async function resolvePage(path: string, key: string): Promise<Address> {
  if (key.startsWith('/?p=')) return resolveNumber(key.slice('/?p='.length))
  if (fixed.has(path)) return page
  if (oncePages.has(path)) return { kind: 'page', keep: false }
  if (path === '/search') return { kind: 'page', keep: !key.includes('q=') }
  if (path.startsWith(labelPrefix)) return resolveLabel(decodeURIComponent(path.slice(labelPrefix.length)), key)
  if (path === '/terpopuler' || path.startsWith('/terpopuler/')) return resolvePopular(path, key)
  if (path.startsWith('/penulis/')) return resolveAuthor(decodeURIComponent(path.slice('/penulis/'.length)))
  const archive = readArchive(path)
  if (archive && (await hasPosts(archive))) return page
  const old = await findOldArchive(path)
  return old === null ? resolvePost(path, key) : redirect(old)
}

/** What was public and lies in the trash is gone, until somebody takes it out; what was withdrawn may come back. */
async function resolvePost(path: string, address: string): Promise<Address> {
  const key = pathKey(path)
  const [post] = await findRows<{ id: number | bigint; kind: string; path: string; status: string }>(Prisma.sql`SELECT "id", "kind", "path", "status" FROM "Post" WHERE "pathKey" = ${key}`)
  if (post?.status === 'published') {
    if (post.path !== path) return redirect(post.path + queryOf(address))
    return post.kind === 'post' && address !== path ? resolveCommentPage({ id: Number(post.id), path }, new URLSearchParams(queryOf(address))) : page
  }
  if (post?.status === 'trashed') return gone
  return (await findRedirect(key)) ?? missing
}

/** A post by the number that it had in WordPress. Other blogs' addresses with such a query mean their first page. */
async function resolveNumber(externalId: string): Promise<Address> {
  const post = await db.post.findUnique({ where: { externalId }, select: { path: true, status: true } })
  return redirect(post?.status === 'published' ? post.path! : '/')
}

async function resolveLabel(name: string, key: string): Promise<Address> {
  const [label] = await findRows(Prisma.sql`SELECT "id" FROM "Label" WHERE "name" = ${name}`)
  if (label) return page
  const moved = await findRedirect(labelPrefix + name)
  if (moved) return moved
  const alike = await findRows<{ name: string }>(Prisma.sql`SELECT "name" FROM "Label" WHERE "nameKey" = ${name.toLowerCase()} LIMIT 2`)
  return alike.length === 1 ? redirect(labelPath(alike[0]!.name) + queryOf(key)) : missing
}

async function resolvePopular(path: string, key: string): Promise<Address> {
  if (path !== '/terpopuler' && !windowOfAddress(path.slice('/terpopuler/'.length))) return missing
  const label = new URLSearchParams(queryOf(key)).get('label')
  if (label === null) return page
  return (await db.label.findUnique({ where: { name: label }, select: { id: true } })) ? page : missing
}

async function resolveAuthor(slug: string): Promise<Address> {
  const [author] = await findRows<{ slug: string }>(Prisma.sql`SELECT "slug" FROM "User" WHERE "slug" = ${slug.toLowerCase()}`)
  if (!author) return missing
  return author.slug === slug ? page : redirect(`/penulis/${author.slug}`)
}

function queryOf(key: string): string {
  const mark = key.indexOf('?')
  return mark < 0 ? '' : key.slice(mark)
}
