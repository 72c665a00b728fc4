import { insertRows } from '@/lib/db/insert-rows'
import type { Tx } from '@/lib/db/transaction'
import { rebuildPosts } from '@/lib/views/windows'
import { inChunks } from './in-chunks'
import type { TeduhPost } from './schema'

const viewColumns = { postId: 'int', day: 'int', views: 'int', similar: 'int', noScript: 'int', phone: 'int' } as const
const sourceColumns = { postId: 'int', day: 'int', source: 'text', views: 'int' } as const

/** How often posts were read, and what readers said *amin* to; the rankings are added up from it. */
export async function writeFigures(tx: Tx, posts: TeduhPost[], now: Date): Promise<void> {
  for (const { id: postId, amins, views, sources, discards, starting } of posts) {
    await inChunks(views, (some) => insertRows(tx, 'ViewCount', viewColumns, some.map(([day, views, similar, noScript, phone]) => ({ postId, day, views, similar, noScript, phone }))))
    await inChunks(sources, (some) => insertRows(tx, 'ViewSource', sourceColumns, some.map(([day, source, views]) => ({ postId, day, source, views }))))
    await inChunks(discards, (some) => tx.discardedHits.createMany({ data: some.map(([day, reason, hits]) => ({ postId, day, reason, hits })) }))
    await inChunks(amins, (some) => tx.postAmin.createMany({ data: some.map(([day, count]) => ({ postId, day, count })) }))
    if (starting) await tx.startingViews.create({ data: { postId, ...starting } })
  }
  await rebuildPosts(tx, posts.map(({ id }) => id), now)
}
