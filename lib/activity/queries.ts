import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { authorise, can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

export type Happening = { id: number; action: string; title: string; who: string | null; at: Date; href: string | null }
export type Happenings = { list: Happening[]; /** The last id of the page, to go on from; null at the end. */ next: number | null }

/** What was done, the latest first, from before the row `before`. Accounts and settings are an owner's matter. */
export async function listActivity(viewer: Viewer, { before, take = 50 }: { before?: number; take?: number } = {}): Promise<Happenings> {
  authorise(viewer, 'activity.list')
  const where: Prisma.ActivityWhereInput = {
    ...(before ? { id: { lt: before } } : {}),
    ...(can(viewer, 'user.list') ? {} : { NOT: [{ action: { startsWith: 'account.' } }, { action: { startsWith: 'site.' } }] }),
  }
  const rows = await db.activity.findMany({
    where, orderBy: { id: 'desc' }, take: take + 1, select: { id: true, action: true, subject: true, title: true, createdAt: true, user: { select: { name: true } } },
  })
  const page = rows.slice(0, take)
  const hrefs = await addressesOf(page.map(({ subject }) => subject))
  return {
    list: page.map((row) => ({ id: row.id, action: row.action, title: row.title, who: row.user?.name ?? null, at: row.createdAt, href: hrefs.get(row.subject) ?? null })),
    next: rows.length > take ? page.at(-1)!.id : null,
  }
}

/** Where the posts among the subjects are edited, as far as they still exist. */
async function addressesOf(subjects: string[]): Promise<Map<string, string>> {
  const ids = subjects.flatMap((subject) => (subject.startsWith('post:') ? [Number(subject.slice(5))] : [])).filter(Number.isSafeInteger)
  if (ids.length === 0) return new Map()
  const posts = await db.post.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } })
  return new Map(posts.map(({ id, kind }) => [`post:${id}`, `/admin/${kind === 'page' ? 'halaman' : 'tulisan'}/${id}`]))
}
