import { db } from '@/lib/db/client'
import { can, editableBy } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** A comment as readers see it. `body` null: deleted, kept in its place for its replies. */
export type ThreadComment = {
  id: number
  /** What follows `#`; imported comments keep their old one. */
  anchor: string
  name: string
  body: string | null
  isAuthor: boolean
  createdAt: Date
  replies: ThreadComment[]
}

/** The visible comments of a post, oldest first; a reply to a reply stands beside it, on the second level. */
export async function listThread(postId: number): Promise<ThreadComment[]> {
  const rows = await db.comment.findMany({
    where: { postId, OR: [{ status: 'visible' }, { replies: { some: {} } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, parentId: true, status: true, name: true, body: true, userId: true, externalId: true, createdAt: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const rootOf = (row: (typeof rows)[number]): number => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    return parent ? rootOf(parent) : row.id
  }
  const roots = new Map<number, ThreadComment>()
  const comments = rows.map((row) => ({ row, comment: toComment(row) }))
  for (const { row, comment } of comments) if (rootOf(row) === row.id) roots.set(row.id, comment)
  for (const { row, comment } of comments) if (rootOf(row) !== row.id && comment.body !== null) roots.get(rootOf(row))!.replies.push(comment)
  return [...roots.values()].filter(({ body, replies }) => body !== null || replies.length > 0)
}

/** Comments that wait for this person. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  return db.comment.count({ where: { status: 'held', ...moderatedBy(viewer) } })
}

export const queues = ['held', 'visible', 'spam', 'deleted'] as const
export type Queue = (typeof queues)[number]

/** A page of the queue, newest first, with the post each stands under. E-mail for editors only. */
export async function listQueue(viewer: Viewer, status: Queue, page: number, take = 20) {
  const where = { status, ...moderatedBy(viewer) }
  const [total, rows] = await Promise.all([
    db.comment.count({ where }),
    db.comment.findMany({
      where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * take, take,
      select: {
        id: true, name: true, email: true, body: true, status: true, createdAt: true, userId: true, externalId: true,
        parent: { select: { name: true, body: true } }, post: { select: { id: true, title: true, path: true, status: true } },
      },
    }),
  ])
  const seesContact = can(viewer, 'comment.see-contact')
  return { total, page, pages: Math.max(1, Math.ceil(total / take)), comments: rows.map((row) => ({ ...row, email: seesContact ? row.email : null })) }
}
export type QueuedComment = Awaited<ReturnType<typeof listQueue>>['comments'][number]

export async function countQueues(viewer: Viewer): Promise<Record<Queue, number>> {
  const counts = await Promise.all(queues.map((status) => db.comment.count({ where: { status, ...moderatedBy(viewer) } })))
  return Object.fromEntries(queues.map((status, i) => [status, counts[i]!])) as Record<Queue, number>
}

/** The comment that somebody answers without script, with its post. */
export async function findAnswerable(id: number) {
  return db.comment.findFirst({
    where: { id, status: 'visible', post: { status: 'published' } },
    select: { id: true, name: true, body: true, post: { select: { id: true, path: true, title: true } } },
  })
}

/** A public post that a comment was for. */
export async function findCommentedPost(id: number) {
  return db.post.findFirst({ where: { id, status: 'published' }, select: { id: true, path: true, title: true } })
}

function moderatedBy(viewer: Viewer) {
  // Contributors look after no comments.
  return { post: viewer?.role === 'contributor' ? { authorId: -1 } : editableBy(viewer) }
}

type Row = { id: number; status: string; name: string; body: string; userId: number | null; externalId: string | null; createdAt: Date }

function toComment(row: Row): ThreadComment {
  const isShown = row.status === 'visible'
  return {
    id: row.id, anchor: `c${row.externalId ?? row.id}`, createdAt: row.createdAt, replies: [],
    name: isShown ? row.name : '', body: isShown ? row.body : null, isAuthor: isShown && row.userId !== null,
  }
}
