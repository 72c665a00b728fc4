import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { can } from '@/lib/policy'
import { readRevision } from '@/lib/posts/content'
import type { PostContent } from '@/lib/posts/schema'
import type { Viewer } from '@/lib/viewer'

export type RevisionLine = { id: number; revision: number; kind: 'saved' | 'published' | 'restored' | 'imported'; by: string | null; at: Date }

export type History = { title: string; kind: 'post' | 'page'; status: string; revision: number; lines: RevisionLine[]; more: boolean }

const perPage = 60
/** Whose post it is, as the policy asks. */
const ownersSelect = { authorId: true, coauthors: { select: { userId: true } } } satisfies Prisma.PostSelect

/** How a post became what it is, the latest first; null for those who may not see it. `before` goes on from a revision. */
export async function findHistory(viewer: Viewer, postId: number, before?: number): Promise<History | null> {
  const post = await db.post.findUnique({ where: { id: postId }, select: { title: true, kind: true, status: true, revision: true, ...ownersSelect } })
  if (!post || !can(viewer, 'post.view', post)) return null
  const rows = await db.revision.findMany({
    where: { postId, ...(before !== undefined && { revision: { lt: before } }) }, orderBy: { revision: 'desc' }, take: perPage + 1,
    select: { id: true, revision: true, kind: true, createdAt: true, user: { select: { name: true } } },
  })
  const lines = rows.slice(0, perPage).map(({ createdAt, user, ...row }) => ({ ...row, by: user?.name ?? null, at: createdAt }))
  return { title: post.title, kind: post.kind, status: post.status, revision: post.revision, lines, more: rows.length > perPage }
}

/** A kept revision beside the one before it, or beside what is written now. */
export async function findPair(viewer: Viewer, postId: number, revision: number): Promise<{ before: PostContent | null; after: PostContent } | null> {
  const post = await db.post.findUnique({ where: { id: postId }, select: ownersSelect })
  if (!post || !can(viewer, 'post.view', post)) return null
  const rows = await db.revision.findMany({ where: { postId, revision: { lte: revision } }, orderBy: { revision: 'desc' }, take: 2, select: { revision: true, content: true } })
  if (rows[0]?.revision !== revision) return null
  const read = ({ content }: { content: string }) => readRevision(db, postId, content)
  return { after: await read(rows[0]), before: rows[1] ? await read(rows[1]) : null }
}
