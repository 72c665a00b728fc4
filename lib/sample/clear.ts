import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { allNames, mediaStore } from '@/lib/media/store'
import { authorise } from '@/lib/policy'
import { operator } from '@/lib/users/commands'
import type { Viewer } from '@/lib/viewer'

export type Touched = { id: number; title: string; comments: number; isChanged: boolean }
export type Cleared = { posts: number; comments: number; people: number; labels: number; pictures: number }

/** Sample posts that somebody has commented on or changed: named before all of it goes. */
export async function listTouchedSample(): Promise<Touched[]> {
  const posts = await db.post.findMany({
    where: { isSample: true, OR: [{ revision: { gt: 1 } }, { comments: { some: { isSample: false } } }] },
    select: { id: true, title: true, revision: true, _count: { select: { comments: { where: { isSample: false } } } } },
  })
  return posts.map(({ id, title, revision, _count }) => ({ id, title, comments: _count.comments, isChanged: revision > 1 }))
}

export async function countSample(): Promise<number> {
  return db.post.count({ where: { isSample: true } })
}

/** Removes all sample content and nothing else: what real posts use of it stays and is theirs from then on. */
export async function clearSample(by: Viewer | typeof operator): Promise<Cleared> {
  if (by !== operator) authorise(by, 'sample.clear')
  const { files, ...cleared } = await transact(async (tx, touch) => {
    touch('lists', 'labels', 'popular', 'settings')
    const gone = await tx.post.findMany({ where: { isSample: true }, select: { id: true } })
    touch(...gone.map(({ id }) => `post:${id}`))
    const comments = await tx.comment.count({ where: { OR: [{ isSample: true }, { post: { isSample: true } }] } })
    // Replies first: a parent cannot go before them.
    await tx.comment.deleteMany({ where: { post: { isSample: true }, parentId: { not: null } } })
    const posts = await tx.post.deleteMany({ where: { isSample: true } })
    const labels = await clearLabels(tx)
    const { files, pictures } = await clearPictures(tx)
    const people = await clearPeople(tx)
    await record(tx, by, 'site.sample-clear', 'sample')
    return { posts: posts.count, comments, labels, pictures, people, files }
  })
  for (const file of files) await mediaStore.remove(file)
  return cleared
}

async function clearLabels(tx: Tx): Promise<number> {
  const { count } = await tx.label.deleteMany({ where: { isSample: true, posts: { none: {} } } })
  await tx.label.updateMany({ where: { isSample: true }, data: { isSample: false } })
  return count
}

async function clearPictures(tx: Tx): Promise<{ files: string[]; pictures: number }> {
  const settings = await tx.setting.findMany({ where: { key: { in: ['iconId', 'shareImageId'] } } })
  const inSettings = settings.map(({ value }) => Number(value)).filter(Number.isInteger)
  const unused = await tx.media.findMany({
    where: { isSample: true, posts: { none: {} }, covers: { none: {} }, pictures: { none: {} }, id: { notIn: inSettings } },
    select: { id: true, hash: true, widths: true },
  })
  await tx.media.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } })
  await tx.media.updateMany({ where: { isSample: true }, data: { isSample: false } })
  return {
    pictures: unused.length,
    files: unused.flatMap(({ hash, widths }) => allNames(hash, JSON.parse(widths) as number[])),
  }
}

async function clearPeople(tx: Tx): Promise<number> {
  const { count } = await tx.user.deleteMany({ where: { isSample: true, posts: { none: {} }, coauthored: { none: {} } } })
  await tx.user.updateMany({ where: { isSample: true }, data: { isSample: false } })
  return count
}
