import { insertRows, type ColumnTypes } from '@/lib/db/insert-rows'
import type { Tx } from '@/lib/db/transaction'
import { rebuildPosts } from '@/lib/views/windows'
import { inChunks } from './in-chunks'
import type { TeduhPost } from './schema'

const viewColumns = { postId: 'int', day: 'int', views: 'int', similar: 'int', noScript: 'int', phone: 'int' } as const
const sourceColumns = { postId: 'int', day: 'int', source: 'text', views: 'int' } as const

const discardColumns = { postId: 'int', day: 'int', reason: 'text', hits: 'int' } as const
const aminColumns = { postId: 'int', day: 'int', count: 'int' } as const

/** How often posts were read, and what readers said *amin* to; the rankings are added up from it. */
export async function writeFigures(tx: Tx, posts: TeduhPost[], now: Date): Promise<void> {
  await insertEach(tx, 'ViewCount', viewColumns, posts, ({ views }) => views)
  await insertEach(tx, 'ViewSource', sourceColumns, posts, ({ sources }) => sources)
  await insertEach(tx, 'DiscardedHits', discardColumns, posts, ({ discards }) => discards)
  await insertEach(tx, 'PostAmin', aminColumns, posts, ({ amins }) => amins)
  for (const { id: postId, starting } of posts) if (starting) await tx.startingViews.create({ data: { postId, ...starting } })
  await rebuildPosts(tx, posts.map(({ id }) => id), now)
}

/** A post may have a row for each day of many years. */
const atOnce = 50

/** Rows of the file hold what the columns say after the post, in their order. */
async function insertEach(tx: Tx, table: string, columns: ColumnTypes, posts: TeduhPost[], rowsOf: (post: TeduhPost) => (number | string)[][]): Promise<void> {
  const names = Object.keys(columns).slice(1)
  const named = (postId: number, row: (number | string)[]) => ({ postId, ...Object.fromEntries(names.map((name, i) => [name, row[i]])) })
  await inChunks(posts, (some) => insertRows(tx, table, columns, some.flatMap((post) => rowsOf(post).map((row) => named(post.id, row)))), atOnce)
}
