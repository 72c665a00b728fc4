import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { listUnderLabels } from '@/lib/labels/attach'
import { getSettings } from '@/lib/settings/queries'
import { writtenContent } from './content'
import { firstPublication } from './publishing'
import { touchWhatShows } from './store'
import { storedSelect } from './stored'

/**
 * Publishes everything that was due by `now`, oldest plan first, and says what it published. `publishedAt` is the
 * planned time, however late this runs. Two instances may call it in the same second: each post comes out once.
 */
export async function publishDue(now: Date = new Date()): Promise<{ id: number; path: string }[]> {
  const due = await db.post.findMany({
    where: { status: 'scheduled', scheduledAt: { lte: now } }, orderBy: [{ scheduledAt: 'asc' }, { id: 'asc' }], select: { id: true },
  })
  if (due.length === 0) return []
  const { timeZone } = await getSettings()
  const published = []
  for (const { id } of due) published.push(await publishOne(id, now, timeZone))
  return published.filter((post) => post !== null)
}

async function publishOne(id: number, now: Date, timeZone: string) {
  return transact(async (tx, touch) => {
    // Whoever is writing at this moment comes before, or writes on a public post.
    await exclusive(tx, `post ${id}`)
    const isDue = { id, status: 'scheduled', scheduledAt: { lte: now } } as const
    const post = await tx.post.findFirst({ where: isDue, select: storedSelect })
    if (!post) return null
    const first = await firstPublication({ tx }, post, post.scheduledAt!, timeZone)
    // The revision stays: nothing was written, and an open editor can still save.
    const { count } = await tx.post.updateMany({ where: isDue, data: { ...first, status: 'published', scheduledAt: null } })
    if (count === 0) return null
    await keepAsPublished(tx, id, post.revision)
    await listUnderLabels(tx, id)
    await record(tx, null, 'post.come-out', `post:${id}`, post.title)
    await touchWhatShows({ tx, touch }, post, { ...post, ...first, status: 'published' })
    return { id, path: first.path }
  })
}

/** Of what came out a revision is kept for good: the last save, or one made now when the text came from elsewhere. */
async function keepAsPublished(tx: Tx, postId: number, revision: number) {
  const last = await tx.revision.findFirst({ where: { postId }, orderBy: { revision: 'desc' }, select: { id: true } })
  if (last) await tx.revision.update({ where: { id: last.id }, data: { kind: 'published' } })
  else await tx.revision.create({ data: { postId, revision, kind: 'published', content: JSON.stringify(await writtenContent(tx, postId)) } })
}
