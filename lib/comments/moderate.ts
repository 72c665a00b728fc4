import { record } from '@/lib/activity/record'
import { transact, type Touch, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { learn, unlearn } from '@/lib/spam/learn'
import type { Viewer } from '@/lib/viewer'
import { tellAnswered } from './notices'
import { showsComments } from './touch'

export type CommentStatus = 'held' | 'visible' | 'spam' | 'deleted'
/** How a comment was before somebody decided, to take it back. `isDecided`: somebody had decided before. */
export type Before = { id: number; status: CommentStatus; isDecided: boolean }

/** Waiting or gone: readers see it from the next request on. */
export const approveComment = (viewer: Viewer, id: number) => decideComments(viewer, [id], 'visible')
export const markSpam = (viewer: Viewer, id: number) => decideComments(viewer, [id], 'spam')
/** Keeps its place while it has replies. */
export const deleteComment = (viewer: Viewer, id: number) => decideComments(viewer, [id], 'deleted')
/** Back to waiting, whatever it was. */
export const holdComment = (viewer: Viewer, id: number) => decideComments(viewer, [id], 'held')

/** Decides on several at once, all or none; gives what `undoDecisions` needs. */
export async function decideComments(viewer: Viewer, ids: number[], status: CommentStatus): Promise<Before[]> {
  return transact(async (tx, touch) => {
    const before = await eachInTurn(ids, (id) => decideWithin(tx, touch, viewer, id, status))
    if (ids.length > 1) await record(tx, viewer, 'comment.many', 'comments', String(ids.length))
    return before
  })
}

/** Puts comments back to what they were. */
export async function undoDecisions(viewer: Viewer, before: Before[]): Promise<void> {
  await transact((tx, touch) => eachInTurn(before, (one) => change(tx, touch, viewer, one)))
}

/** As part of something larger, such as the press of a signed link. */
export async function decideWithin(tx: Tx, touch: Touch, viewer: Viewer, id: number, status: CommentStatus): Promise<Before> {
  return change(tx, touch, viewer, { id, status, isDecided: status !== 'held' })
}

/** An author's answer in the queue; what it answers is approved with it. */
export async function replyAsAuthor(viewer: Viewer, id: number, body: string): Promise<void> {
  await transact(async (tx, touch) => {
    const comment = await getModerated(tx, viewer, id)
    if (comment.status !== 'visible') await settle(tx, comment, { id, status: 'visible', isDecided: true })
    const answer = await tx.comment.create({
      data: { postId: comment.postId, parentId: id, name: viewer!.name, userId: viewer!.id, body, status: 'visible' },
    })
    await tellAnswered(tx, answer.id)
    touch(...showsComments(comment.postId))
  })
}

async function change(tx: Tx, touch: Touch, viewer: Viewer, wanted: Before): Promise<Before> {
  const comment = await getModerated(tx, viewer, wanted.id)
  await settle(tx, comment, wanted)
  touch(...showsComments(comment.postId))
  return { id: comment.id, status: comment.status, isDecided: comment.decidedAt !== null }
}

type Moderated = Awaited<ReturnType<typeof getModerated>>

async function settle(tx: Tx, comment: Moderated, { id, status, isDecided }: Before) {
  // Nothing is left of what its writer took back.
  if (comment.body === '' && status !== 'deleted') throw new AppError('conflict', 'comment.gone')
  await tx.comment.update({ where: { id }, data: { status, decidedAt: isDecided ? new Date() : null } })
  await teach(tx, comment, isDecided ? status : 'held')
  if (comment.commenterId !== null) await countApproved(tx, comment.commenterId)
  if (status === 'visible') await tellAnswered(tx, id)
}

/** The filter learns from what people decide, not from what it decided itself; a deletion has many reasons and teaches nothing. */
async function teach(tx: Tx, comment: Moderated, status: CommentStatus) {
  if (status === 'held') await unlearn(tx, comment)
  // What authors write is no measure of readers' comments.
  else if (status !== 'deleted' && comment.userId === null) await learn(tx, comment, status === 'spam' ? 'spam' : 'ham')
}

/** Counted anew rather than up and down: however often somebody changes their mind, it is right. */
async function countApproved(tx: Tx, commenterId: number) {
  const decided = { commenterId, decidedAt: { not: null } }
  const approved = await tx.comment.count({ where: { ...decided, status: 'visible' } })
  const spam = await tx.comment.count({ where: { ...decided, status: 'spam' } })
  await tx.commenter.update({ where: { id: commenterId }, data: { approved: Math.max(0, approved - spam) } })
}

/** One after the other: they share a transaction. */
async function eachInTurn<T, R>(things: T[], run: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const thing of things) results.push(await run(thing))
  return results
}

export async function getModerated(tx: Tx, viewer: Viewer, id: number) {
  const comment = await tx.comment.findUnique({
    where: { id },
    select: {
      id: true, postId: true, status: true, decidedAt: true, name: true, body: true, userId: true, addressHash: true, commenterId: true,
      post: { select: { authorId: true, coauthors: { select: { userId: true } } } },
    },
  })
  if (!comment) throw new AppError('not_found')
  authorise(viewer, 'comment.moderate', comment.post)
  return comment
}
