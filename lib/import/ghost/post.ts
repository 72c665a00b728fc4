import { z } from 'zod'
import { env } from '@/lib/env'
import { oneLine } from '@/lib/one-line'
import { instant } from '../blogger-atom/times'
import type { Entry, SourcePost } from '../entries'
import { lexicalToHtml } from './lexical'
import { mobiledocToHtml } from './mobiledoc'
import type { Tables } from './read'
import type { Row } from './rows'

const text = z.string().nullish().transform((value) => value ?? '')
const time = z.union([z.string(), z.number()]).nullish().transform((value) => (value ? instant(new Date(value).toString() === 'Invalid Date' ? '' : new Date(value).toISOString()) : ''))
const post = z.object({
  id: z.coerce.string(), title: text, slug: text, html: text, lexical: text, mobiledoc: text, feature_image: text, feature_image_alt: text,
  type: text, page: z.union([z.boolean(), z.number()]).nullish(), status: text, visibility: text, custom_excerpt: text, meta_description: text,
  created_at: time, updated_at: time, published_at: time, author_id: z.coerce.string().nullish(), locale: text,
})
type Post = z.infer<typeof post>

/**
 * Stands in exports for the address of the blog itself, which they do not name. It is taken for this blog's: whoever
 * moves in keeps the domain, and until it leads here its pictures can be fetched from there.
 */
const here = /__GHOST_URL__/g

export function readPost(row: Row, tables: Tables): Entry[] {
  const read = post.safeParse(row)
  if (!read.success) return [{ type: 'skipped', id: String(row.id ?? row.slug ?? ''), reason: 'unknown kind' }]
  const it = read.data
  const kind = it.type === 'page' || it.page === true || it.page === 1 ? 'page' : 'post'
  const closed = closedBy(it)
  return [{
    type: 'post', id: it.id, externalId: it.id, kind, state: stateOf(it.status), ...(closed && { closed }),
    title: it.title === '(Untitled)' ? '' : oneLine(it.title), html: htmlOf(it).replace(here, env.SITE_URL), dialect: 'html',
    description: it.meta_description || tables.descriptions.get(it.id) || it.custom_excerpt,
    labels: sorted(tables.tagsOf.get(it.id)).flatMap((id) => tables.tags.get(id) ?? []),
    authors: authorsOf(it, tables), publishedAt: it.published_at || it.created_at, publishedOn: '', updatedAt: it.updated_at, createdAt: it.created_at,
    oldPath: it.slug && `/${it.slug}/`, slug: it.slug, lang: '', commentsOpen: true,
    cover: it.feature_image ? { url: it.feature_image.replace(here, env.SITE_URL), alt: it.feature_image_alt } : null,
  } satisfies SourcePost]
}

function htmlOf({ html, lexical, mobiledoc }: Post): string {
  return html || lexicalToHtml(lexical) || mobiledocToHtml(mobiledoc)
}

function stateOf(status: string): SourcePost['state'] {
  switch (status) {
    case 'published': case 'sent': return 'live'
    case 'draft': return 'draft'
    case 'scheduled': return 'scheduled'
    default: return 'unknown'
  }
}

/** What only members or subscribers could read is not everybody's here either. */
function closedBy({ status, visibility }: Post): string | undefined {
  if (status === 'sent') return 'sent by mail only'
  return visibility && visibility !== 'public' ? `for ${visibility} only` : undefined
}

function authorsOf({ id, author_id }: Post, { users, authorsOf }: Tables) {
  const ids = authorsOf.has(id) ? sorted(authorsOf.get(id)) : author_id ? [author_id] : []
  return ids.flatMap((author) => users.get(author) ?? [])
}

function sorted(links: { id: string; order: number }[] = []): string[] {
  return links.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
}
