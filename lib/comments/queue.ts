import { db } from '@/lib/db/client'
import { holds } from '@/lib/db/dialect'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { can, editableBy } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { readReasons } from './reasons'
import { tidyText } from './schema'

/** Comments that wait for this person. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  return db.comment.count({ where: { status: 'held', ...moderatedBy(viewer) } })
}

export const queues = ['held', 'visible', 'spam', 'deleted'] as const
export type Queue = (typeof queues)[number]

/** What the queue is narrowed to. `commenterId` and `addressOf` (a comment's id): from the same device or address. */
export type QueueFilter = { query?: string; postId?: number; commenterId?: number; addressOf?: number }

const queuedSelect = {
  id: true, name: true, email: true, body: true, status: true, createdAt: true, editedAt: true, userId: true, externalId: true, judgement: true,
  addressHash: true, commenter: { select: { id: true, approved: true, revokedAt: true } },
  parent: { select: { name: true, body: true } }, post: { select: { id: true, title: true, path: true, status: true } },
} satisfies Prisma.CommentSelect

type Row = Prisma.CommentGetPayload<{ select: typeof queuedSelect }>
export type QueuedComment = ReturnType<typeof toQueued>

/** A page of the queue, newest first, with the post each stands under. E-mail for editors only. */
export async function listQueue(viewer: Viewer, status: Queue, page: number, filter: QueueFilter = {}, take = 20) {
  const where = { status, ...(await toWhere(viewer, filter)) }
  const [total, rows] = await Promise.all([
    db.comment.count({ where }),
    db.comment.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * take, take, select: queuedSelect }),
  ])
  return { total, page, pages: Math.max(1, Math.ceil(total / take)), comments: rows.map((row) => toQueued(row, viewer)) }
}

export async function countQueues(viewer: Viewer, filter: QueueFilter = {}): Promise<Record<Queue, number>> {
  const where = await toWhere(viewer, filter)
  const counts = await Promise.all(queues.map((status) => db.comment.count({ where: { status, ...where } })))
  return Object.fromEntries(queues.map((status, i) => [status, counts[i]!])) as Record<Queue, number>
}

/** A comment with what it answers, up to the beginning, and its answers; null for what this person does not look after. */
export async function findInContext(viewer: Viewer, id: number) {
  const row = await db.comment.findFirst({ where: { id, ...moderatedBy(viewer) }, select: { ...queuedSelect, parentId: true } })
  if (!row) return null
  const [post, above, replies] = await Promise.all([
    db.post.findUniqueOrThrow({ where: { id: row.post.id }, select: { title: true, natsRef: true, snippet: true, path: true, status: true } }),
    listAbove(row.parentId),
    db.comment.findMany({ where: { parentId: id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 50, select: lineSelect }),
  ])
  return { comment: toQueued(row, viewer), post, above, replies }
}

const lineSelect = { id: true, parentId: true, name: true, body: true, status: true, userId: true, createdAt: true } satisfies Prisma.CommentSelect
export type ContextLine = Prisma.CommentGetPayload<{ select: typeof lineSelect }>

/** The nearest ten are enough to follow a conversation. */
async function listAbove(parentId: number | null): Promise<ContextLine[]> {
  const above: ContextLine[] = []
  for (let id = parentId; id !== null && above.length < 10; ) {
    const row = await db.comment.findUnique({ where: { id }, select: lineSelect })
    if (!row) break
    above.unshift(row)
    id = row.parentId
  }
  return above
}

export async function listBlocks(viewer: Viewer) {
  if (!can(viewer, 'comment.block')) return []
  return db.blockRule.findMany({ orderBy: [{ kind: 'asc' }, { value: 'asc' }], select: { id: true, kind: true, value: true, createdAt: true } })
}

async function toWhere(viewer: Viewer, { query, postId, commenterId, addressOf }: QueueFilter): Promise<Prisma.CommentWhereInput> {
  const where: Prisma.CommentWhereInput[] = [moderatedBy(viewer)]
  const seesContact = can(viewer, 'comment.see-contact')
  for (const word of tidyText(query ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    where.push({ OR: [{ name: holds(word) }, { body: holds(word) }, ...(seesContact ? [{ email: holds(word) }] : [])] })
  }
  if (postId) where.push({ postId })
  if (commenterId) where.push({ commenterId })
  if (addressOf) where.push({ addressHash: (await db.comment.findUnique({ where: { id: addressOf }, select: { addressHash: true } }))?.addressHash ?? '' })
  return { AND: where }
}

function toQueued({ judgement, addressHash, commenter, email, ...row }: Row, viewer: Viewer) {
  return {
    ...row,
    email: can(viewer, 'comment.see-contact') ? email : null,
    reasons: readReasons(judgement),
    hasAddress: addressHash !== null,
    device: commenter && { id: commenter.id, approved: commenter.approved, isRevoked: commenter.revokedAt !== null },
    /** Its writer took it back. */
    isErased: row.body === '',
  }
}

function moderatedBy(viewer: Viewer): Prisma.CommentWhereInput {
  // Contributors look after no comments.
  return { post: viewer?.role === 'contributor' ? { authorId: -1 } : editableBy(viewer) }
}
