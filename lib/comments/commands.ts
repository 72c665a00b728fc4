import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { transact, type Touch, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, can } from '@/lib/policy'
import { takePoint } from '@/lib/rate-limit'
import { getSettings } from '@/lib/settings/queries'
import type { CommentMode } from '@/lib/settings/comment-settings'
import { readerHash } from '@/lib/views/reader-hash'
import type { Viewer } from '@/lib/viewer'
import { tellAnswered, tellOfNew } from './notices'
import type { CommentInput } from './schema'

export type Sender = { address: string; agent: string; language: string }
export type Added = { id: number; status: 'held' | 'visible' | 'spam'; path: string; anchor: string }

type Decision = 'visible' | 'spam' | 'deleted' | 'held'

const often = { name: 'comment', points: 10, seconds: 600 }
const doubleWithin = 10 * 60_000

/**
 * Adds a reader's comment; a retry of the same gives the first one again. Held by default; what people who
 * look after the post write is visible at once and marked as theirs.
 *
 * @throws AppError with a reason of `messages.comments.wrong`: post, closed, parent, often
 */
export async function addComment(viewer: Viewer, input: CommentInput, sender: Sender, now = new Date()): Promise<Added> {
  const settings = await getSettings()
  const hash = await readerHash(dayInZone(now, settings.timeZone), sender)
  const known = await findDouble(input, hash, now)
  if (known) return known
  if (!viewer) await takePoint(often, hash).catch(() => { throw new AppError('too_many', 'often') })
  return transact(async (tx, touch) => {
    await exclusive(tx, `comment:${input.postId}`)
    const twin = await findDouble(input, hash, now, tx)
    if (twin) return twin
    const post = await getCommentablePost(tx, input.postId, settings.comments)
    await checkParent(tx, input)
    const isTheirs = viewer !== null && can(viewer, 'comment.moderate', post)
    const comment = await tx.comment.create({
      data: {
        postId: post.id, parentId: input.parentId, body: input.body, sendKey: input.sendKey,
        name: viewer ? viewer.name : input.name, email: viewer ? null : input.email, userId: viewer?.id ?? null,
        status: statusOf(input, isTheirs, settings.comments), readerHash: viewer ? null : hash, createdAt: now,
      },
    })
    if (comment.status === 'visible') touch(`post:${post.id}`)
    await tellOfNew(tx, comment.id)
    return toAdded(comment, post.path!)
  })
}

/** Waiting or gone: readers see it from the next request on. */
export const approveComment = (viewer: Viewer, id: number) => decide(viewer, id, 'visible')
export const markSpam = (viewer: Viewer, id: number) => decide(viewer, id, 'spam')
/** Keeps its place while it has replies. */
export const deleteComment = (viewer: Viewer, id: number) => decide(viewer, id, 'deleted')
/** Back to waiting, whatever it was. */
export const holdComment = (viewer: Viewer, id: number) => decide(viewer, id, 'held')

/** An author's answer in the queue; what it answers is approved with it. */
export async function replyAsAuthor(viewer: Viewer, id: number, body: string): Promise<void> {
  await transact(async (tx, touch) => {
    const comment = await getModerated(tx, viewer, id)
    if (comment.status !== 'visible') {
      await tx.comment.update({ where: { id }, data: { status: 'visible', decidedAt: new Date() } })
      await tellAnswered(tx, id)
    }
    const answer = await tx.comment.create({
      data: { postId: comment.postId, parentId: id, name: viewer!.name, userId: viewer!.id, body, status: 'visible' },
    })
    await tellAnswered(tx, answer.id)
    touch(`post:${comment.postId}`)
  })
}

function decide(viewer: Viewer, id: number, status: Decision): Promise<void> {
  return transact((tx, touch) => decideWithin(tx, touch, viewer, id, status))
}

/** As part of something larger, such as the press of a signed link. */
export async function decideWithin(tx: Tx, touch: Touch, viewer: Viewer, id: number, status: Decision): Promise<void> {
  const comment = await getModerated(tx, viewer, id)
  await tx.comment.update({ where: { id }, data: { status, decidedAt: status === 'held' ? null : new Date() } })
  if (status === 'visible') await tellAnswered(tx, id)
  touch(`post:${comment.postId}`)
}

async function getModerated(tx: Tx, viewer: Viewer, id: number) {
  const comment = await tx.comment.findUnique({ where: { id }, select: { postId: true, status: true, post: { select: { authorId: true } } } })
  if (!comment) throw new AppError('not_found')
  authorise(viewer, 'comment.moderate', comment.post)
  return comment
}

async function getCommentablePost(tx: Tx, id: number, comments: CommentMode) {
  const post = await tx.post.findFirst({
    where: { id, kind: 'post', status: 'published' },
    select: { id: true, path: true, authorId: true, commentsOpen: true },
  })
  if (!post) throw new AppError('not_found', 'post')
  if (comments === 'off' || !can(null, 'comment.create', post)) throw new AppError('forbidden', 'closed')
  return post
}

async function checkParent(tx: Tx, { parentId, postId }: CommentInput) {
  if (parentId === null) return
  const parent = await tx.comment.findFirst({ where: { id: parentId, postId, status: 'visible' }, select: { id: true } })
  if (!parent) throw new AppError('invalid', 'parent', { fields: { parentId: 'parent' } })
}

function statusOf(input: CommentInput, isTheirs: boolean, comments: CommentMode): Added['status'] {
  if (input.website) return 'spam'
  // Without script nothing tells a reader from a robot, so somebody reads it first.
  return isTheirs || (comments === 'none' && input.sendKey !== null) ? 'visible' : 'held'
}

/** The same device key, or (without script) the same words from the same reader a moment ago. */
async function findDouble({ sendKey, postId, body }: CommentInput, readerHash: string, now: Date, tx?: Tx): Promise<Added | null> {
  const select = { id: true, status: true, externalId: true, post: { select: { path: true } } } as const
  const since = new Date(now.getTime() - doubleWithin)
  const where = sendKey ? { sendKey } : { postId, readerHash, body, createdAt: { gte: since } }
  const row = await (tx ?? db).comment.findFirst({ where, select })
  return row && toAdded(row, row.post.path ?? '/')
}

function toAdded(row: { id: number; status: string; externalId: string | null }, path: string): Added {
  const status = row.status === 'visible' || row.status === 'spam' ? row.status : 'held'
  return { id: row.id, status, path, anchor: `c${row.externalId ?? row.id}` }
}
