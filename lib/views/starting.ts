import { dayInZone, type Day } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { oneLine } from '@/lib/one-line'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { readStarting } from './starting-text'
import { fadeDays, rebuildPosts } from './windows'

/** A post's starting figure, while it lasts, and after how many days it is gone. */
export async function findStarting(postId: number, today: Day): Promise<{ views: number; daysLeft: number } | null> {
  const row = await db.startingViews.findUnique({ where: { postId } })
  if (!row || row.views === 0 || today - row.day >= fadeDays) return null
  return { views: row.views, daysLeft: row.day + fadeDays - today }
}

export type Entered = { set: { title: string; views: number }[]; unknown: string[] }

/**
 * Gives posts the figures that they had elsewhere, from lines of an address or a title and a number. They
 * count in rankings only, from today on, less each day. Entering a post again replaces its figure; 0 takes it away.
 *
 * @throws AppError `invalid` when no line can be read
 */
export async function enterStarting(viewer: Viewer, text: string, now = new Date()): Promise<Entered> {
  authorise(viewer, 'settings.edit')
  const lines = readStarting(text)
  if (lines.length === 0) throw new AppError('invalid', 'figures.no_lines', { fields: { text: 'figures.no_lines' } })
  const { timeZone } = await getSettings()
  const day = dayInZone(now, timeZone)
  return transact(async (tx, touch) => {
    await exclusive(tx, 'views')
    const known = await tx.post.findMany({ where: { kind: 'post', status: { not: 'trashed' } }, select: { id: true, title: true, pathKey: true } })
    const byPath = new Map(known.map((post) => [post.pathKey, post]))
    const byTitle = new Map(known.map((post) => [titleKey(post.title), post]))
    const entered: Entered = { set: [], unknown: [] }
    const ids: number[] = []
    for (const { name, path, views } of lines) {
      const post = (path && byPath.get(path)) || byTitle.get(titleKey(name))
      if (!post) {
        entered.unknown.push(name)
        continue
      }
      await tx.startingViews.upsert({ where: { postId: post.id }, create: { postId: post.id, day, views }, update: { day, views } })
      entered.set.push({ title: post.title, views })
      ids.push(post.id)
    }
    await rebuildPosts(tx, ids, now)
    if (ids.length) touch('popular')
    return entered
  })
}

function titleKey(title: string): string {
  return oneLine(title.normalize('NFKC')).toLowerCase()
}
