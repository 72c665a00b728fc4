import { db } from '@/lib/db/client'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** How it stands with the pictures of the old blog; those that cannot be had are named with the posts that show them. */
export async function describePictures(viewer: Viewer) {
  authorise(viewer, 'import.run')
  const [waiting, fetched, gone, due, lost] = await Promise.all([
    db.remotePicture.count({ where: { state: 'waiting' } }),
    db.remotePicture.count({ where: { state: 'fetched' } }),
    db.remotePicture.count({ where: { state: { in: ['gone', 'refused'] } } }),
    db.remotePicture.count({ where: { state: 'waiting', dueAt: { not: null } } }),
    db.remotePicture.findMany({
      where: { state: { in: ['gone', 'refused'] } }, orderBy: { id: 'asc' }, take: 200,
      select: { url: true, error: true, posts: { take: 3, select: { post: { select: { title: true } } } } },
    }),
  ])
  return {
    waiting, fetched, gone, all: waiting + fetched + gone, isFetching: due > 0,
    lost: lost.map(({ url, error, posts }) => ({ url, error: error ?? 'failed', posts: posts.map(({ post }) => post.title).filter(Boolean) })),
  }
}
export type RemoteReport = Awaited<ReturnType<typeof describePictures>>

/** Pictures whose turn it is. */
export async function listDue(now: Date, take: number) {
  return db.remotePicture.findMany({
    where: { state: 'waiting', dueAt: { lte: now } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take, select: { id: true, url: true, attempts: true },
  })
}
