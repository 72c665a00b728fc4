import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { PostStatus } from './schema'

/** Which of its times stands for a post in a list, by its state. Each pair reads one index. */
const times: Record<PostStatus, 'scheduledAt' | 'publishedAt' | 'updatedAt'> = {
  scheduled: 'scheduledAt', published: 'publishedAt', withdrawn: 'publishedAt', draft: 'updatedAt', review: 'updatedAt', trashed: 'updatedAt',
}

/**
 * The ids of one page of a list, the latest first. Without a state it merges those of all states, since no
 * column holds the time that they have in common; what is planned in one state begins with what comes next.
 */
export async function listIds(where: Prisma.PostWhereInput, status: PostStatus | undefined, page: number, take: number): Promise<number[]> {
  const skip = (page - 1) * take
  if (status) return (await listState(where, status, skip, take, status === 'scheduled' ? 'asc' : 'desc')).map(({ id }) => id)
  const states = (Object.keys(times) as PostStatus[]).filter((state) => state !== 'trashed')
  const all = await Promise.all(states.map((state) => listState(where, state, 0, skip + take, 'desc')))
  return all.flat().sort((a, b) => b.at - a.at || b.id - a.id).slice(skip, skip + take).map(({ id }) => id)
}

async function listState(where: Prisma.PostWhereInput, status: PostStatus, skip: number, take: number, order: 'asc' | 'desc') {
  const time = times[status]
  const rows = await db.post.findMany({
    where: { AND: [where, { status }] }, orderBy: [{ [time]: order }, { id: order }], skip, take, select: { id: true, scheduledAt: true, publishedAt: true, updatedAt: true },
  })
  return rows.map((row) => ({ id: row.id, at: row[time]?.getTime() ?? 0 }))
}
