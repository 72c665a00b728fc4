import { z } from 'zod'
import { env } from '@/lib/env'
import type { Entry, SourceAuthor } from '../entries'
import { refuse } from '../refuse'
import { readPost } from './post'
import { readRows, type Row } from './rows'

const text = z.string().nullish().transform((value) => value ?? '')
// What is not of this form is passed over: a post can do without it.
const userRow = z.object({ id: z.coerce.string(), name: text, email: text, bio: text })
const tagRow = z.object({ id: z.coerce.string(), name: text, visibility: text })
const metaRow = z.object({ post_id: z.coerce.string(), meta_description: text })
const link = z.object({ post_id: z.coerce.string(), sort_order: z.coerce.number().nullish().transform((n) => n ?? 0) })

/** What posts refer to. */
export type Tables = {
  users: Map<string, SourceAuthor>
  tags: Map<string, string>
  authorsOf: Map<string, { id: string; order: number }[]>
  tagsOf: Map<string, { id: string; order: number }[]>
  descriptions: Map<string, string>
}

/**
 * Ghost's export. Its tables come in any order, so it is read twice: first what posts refer to, then the posts.
 * @param open begins to read the file anew
 */
export async function* readGhost(open: () => AsyncIterable<string>): AsyncGenerator<Entry> {
  const tables: Tables = { users: new Map(), tags: new Map(), authorsOf: new Map(), tagsOf: new Map(), descriptions: new Map() }
  const about: Entry[] = []
  let rows = 0
  for await (const { table, row } of readRows(open())) {
    rows++
    learn(tables, table, row)
    if (table === 'settings') about.push(...settingOf(row))
  }
  if (rows === 0) throw refuse('unknown')
  yield { type: 'blog', key: `ghost-${[...tables.users.keys()][0] ?? ''}`, hosts: [new URL(env.SITE_URL).hostname] }
  yield* about
  for await (const { table, row } of readRows(open())) if (table === 'posts') yield* readPost(row, tables)
}

function learn(tables: Tables, table: string, row: Row): void {
  switch (table) {
    case 'users': {
      const user = userRow.safeParse(row).data
      if (user) tables.users.set(user.id, { key: `ghost:${user.id}`, name: user.name, email: user.email || undefined, bio: user.bio })
      return
    }
    case 'tags': {
      const tag = tagRow.safeParse(row).data
      // Those beginning with # sort posts inside of Ghost and are shown nowhere.
      if (tag && tag.visibility !== 'internal' && !tag.name.startsWith('#')) tables.tags.set(tag.id, tag.name)
      return
    }
    case 'posts_tags': return join(tables.tagsOf, row, 'tag_id')
    case 'posts_authors': return join(tables.authorsOf, row, 'author_id')
    case 'posts_meta': {
      const meta = metaRow.safeParse(row).data
      if (meta?.meta_description) tables.descriptions.set(meta.post_id, meta.meta_description)
    }
  }
}

function join(into: Map<string, { id: string; order: number }[]>, row: Row, column: string): void {
  const read = link.safeParse(row).data
  if (!read) return
  const { post_id, sort_order } = read
  into.set(post_id, [...(into.get(post_id) ?? []), { id: String(row[column]), order: sort_order }])
}

function settingOf(row: Row): Entry[] {
  const { key, value } = row
  if (typeof value !== 'string' || !value) return []
  switch (key) {
    case 'title': return [{ type: 'blog', title: value }]
    case 'description': return [{ type: 'blog', description: value }]
    case 'timezone': case 'active_timezone': return [{ type: 'blog', timeZone: value }]
    case 'lang': case 'locale': case 'default_locale': return [{ type: 'blog', language: value }]
    default: return []
  }
}
