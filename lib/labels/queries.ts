import { db } from '@/lib/db/client'

export type LabelRow = { id: number; name: string; posts: number; publicPosts: number }

/** Every label with how many posts have it, public ones and all (without the trash), by name. */
export async function listLabelsWithCounts(): Promise<LabelRow[]> {
  const rows = await db.label.findMany({
    select: {
      id: true, name: true,
      _count: { select: { posts: { where: { post: { status: { not: 'trashed' } } } } } },
    },
  })
  const listed = await db.postLabel.groupBy({ by: ['labelId'], where: { listedAt: { not: null } }, _count: true })
  const publicPosts = new Map(listed.map(({ labelId, _count }) => [labelId, _count]))
  return rows
    .map(({ id, name, _count }) => ({ id, name, posts: _count.posts, publicPosts: publicPosts.get(id) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** Names of all labels, those used most first, for suggestions. */
export async function listLabelNames(): Promise<string[]> {
  const rows = await db.label.findMany({
    orderBy: [{ posts: { _count: 'desc' } }, { name: 'asc' }], take: 500, select: { name: true },
  })
  return rows.map(({ name }) => name)
}

export async function findLabelByName(name: string): Promise<{ id: number; name: string } | null> {
  return db.label.findUnique({ where: { name }, select: { id: true, name: true } })
}
