import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { can, editableBy } from '@/lib/policy'
import { authorsOf } from '@/lib/posts/authors-select'
import type { Viewer } from '@/lib/viewer'

const select = {
  id: true, kind: true, status: true, title: true, natsRef: true, revision: true, updatedAt: true, scheduledAt: true, trashedFrom: true, path: true,
  authorId: true, author: { select: { id: true, name: true } },
  coauthors: { orderBy: [{ position: 'asc' }, { userId: 'asc' }], select: { userId: true, user: { select: { id: true, name: true } } } },
} satisfies Prisma.PostSelect

type Row = Prisma.PostGetPayload<{ select: typeof select }>
export type Reviewed = Omit<Row, 'author'> & { authors: { id: number; name: string }[] }

/** What was handed in and waits, the longest first: everything for editors, their own for others. */
export async function listHandedIn(viewer: Viewer, take = 100): Promise<Reviewed[]> {
  const rows = await db.post.findMany({ where: { status: 'review', ...editableBy(viewer) }, orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }], take, select })
  return rows.map(toReviewed)
}

export async function countHandedIn(viewer: Viewer): Promise<number> {
  return db.post.count({ where: { status: 'review', ...editableBy(viewer) } })
}

/** A post with what was said about it, the first word first; null when `viewer` may not see it. */
export async function findReview(viewer: Viewer, id: number) {
  const row = Number.isSafeInteger(id) ? await db.post.findUnique({ where: { id }, select }) : null
  if (!row || !can(viewer, 'post.view', row)) return null
  return { post: toReviewed(row), notes: await listNotes(id) }
}

function listNotes(postId: number) {
  return db.reviewNote.findMany({
    where: { postId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200,
    select: { id: true, body: true, createdAt: true, userId: true, user: { select: { name: true } } },
  })
}
export type Note = Awaited<ReturnType<typeof listNotes>>[number]

/** How much was said about a post, for a link to it. */
export async function countNotes(postId: number): Promise<number> {
  return db.reviewNote.count({ where: { postId } })
}

function toReviewed({ author, ...row }: Row): Reviewed {
  return { ...row, authors: authorsOf({ author, coauthors: row.coauthors }) }
}
