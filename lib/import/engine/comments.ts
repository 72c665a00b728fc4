import { tidyLine, tidyText } from '@/lib/comments/schema'
import { db } from '@/lib/db/client'
import { insertRows } from '@/lib/db/insert-rows'
import { transact, type Touch, type Tx } from '@/lib/db/transaction'
import type { SourceComment } from '../entries'
import { hashOf } from '../read-post'
import { plainComment } from './text'
import { Cancelled, inBatches, type Work } from './work'

const batchSize = 400

const commentColumns = {
  postId: 'int', name: 'text', body: 'text', email: 'text', status: '"CommentStatus"', userId: 'int', externalId: 'text', importHash: 'text', createdAt: 'timestamp',
} as const

type Plan = { comment: SourceComment; postId: number; body: string; hash: string }
type Known = { id: number; postId: number; importHash: string | null; decidedAt: Date | null; editedAt: Date | null; status: string }

/** Brings comments in once their posts are; who answers whom is set when all are there. */
export async function bringComments(work: Work): Promise<void> {
  const parents = new Map<string, string>()
  const posts = new Map<string, string>()
  let done = 0
  await inBatches(work.spool.comments(), batchSize, work, async (comments) => {
    await findPosts(work, comments)
    const plans = comments.flatMap((comment) => planComment(work, comment) ?? [])
    for (const { comment } of plans) {
      posts.set(comment.externalId, comment.postId)
      if (comment.parentId) parents.set(comment.externalId, comment.parentId)
    }
    if (!work.isDryRun && plans.length > 0) await transact((tx, touch) => writeBatch(work, tx, touch, plans))
    work.tally.report.comments += plans.length
    await work.onProgress({ posts: work.spool.facts.posts, comments: (done += comments.length) })
  })
  if (!work.isDryRun) await setParents(work, parents, posts)
}

/** Posts of an earlier file, where this one holds their comments only. */
async function findPosts({ posts, prefix }: Work, comments: SourceComment[]): Promise<void> {
  const unknown = [...new Set(comments.map(({ postId }) => postId))].filter((id) => id && !posts.has(id))
  if (unknown.length === 0) return
  const rows = await db.post.findMany({ where: { externalId: { in: unknown.map((id) => prefix + id) } }, select: { id: true, externalId: true } })
  for (const { id, externalId } of rows) posts.set(externalId!.slice(prefix.length), id)
}

function planComment({ tally, posts, spool }: Work, comment: SourceComment): Plan | null {
  const skip = (reason: string) => {
    tally.skip(comment.id, reason)
    return null
  }
  if (comment.state === 'spam') return skip('spam')
  const postId = posts.get(comment.postId)
  if (postId === undefined) return skip('post not found')
  if (postId === null) return skip('post skipped')
  // What was deleted keeps its place while it has answers.
  if (comment.state === 'deleted' && !spool.facts.answered.has(comment.externalId)) return skip('deleted')
  const body = comment.state === 'deleted' ? '' : tidyText(plainComment(comment.html)) || pictureOf(comment.html)
  if (!body && comment.state !== 'deleted') return skip('empty')
  return { comment, postId, body, hash: hashOf(comment) }
}

function pictureOf(html: string): string {
  return /<img\b[^>]*\bsrc="(https?:[^"]+)"/i.exec(html)?.[1] ?? ''
}

async function writeBatch(work: Work, tx: Tx, touch: Touch, plans: Plan[]): Promise<void> {
  if (await work.isCancelled()) throw new Cancelled()
  const known = await findKnown(tx, work, plans.map(({ comment }) => comment.externalId))
  const fresh = plans.filter(({ comment }) => !known.has(work.prefix + comment.externalId))
  await insertRows(tx, 'Comment', commentColumns, fresh.map((plan) => rowOf(work, plan)))
  const touched = new Set(fresh.map(({ postId }) => postId))
  for (const plan of plans) {
    const row = known.get(work.prefix + plan.comment.externalId)
    if (!row || row.importHash === plan.hash) continue
    // What somebody decided or wrote here stays.
    if (row.decidedAt || row.editedAt || row.status === 'deleted' || row.postId !== plan.postId) continue
    const { name, body, status, importHash } = rowOf(work, plan)
    await tx.comment.update({ where: { id: row.id }, data: { name, body, status, importHash } })
    touched.add(plan.postId)
  }
  touch(...[...touched].map((id) => `post:${id}`))
}

async function findKnown(tx: Pick<Tx, 'comment'>, { prefix }: Work, ids: string[]): Promise<Map<string, Known>> {
  const rows = await tx.comment.findMany({
    where: { externalId: { in: ids.map((id) => prefix + id) } },
    select: { id: true, externalId: true, postId: true, importHash: true, decidedAt: true, editedAt: true, status: true },
  })
  return new Map(rows.map(({ externalId, ...row }) => [externalId!, row]))
}

function rowOf(work: Work, { comment, postId, body, hash }: Plan) {
  const name = tidyLine(comment.author.name).slice(0, 80) || 'Anonim'
  return {
    postId, name, body, email: comment.author.email, status: comment.state === 'spam' ? ('held' as const) : comment.state,
    userId: (comment.author.key && work.authors.get(comment.author.key)) || null, externalId: work.prefix + comment.externalId, importHash: hash,
    createdAt: comment.createdAt ? new Date(comment.createdAt) : work.now,
  }
}

/** An answer stands under what it answers, when that is there, under the same post, and no circle. */
async function setParents(work: Work, parents: Map<string, string>, posts: Map<string, string>): Promise<void> {
  const links = [...parents].filter(([id, parent]) => !isCircle(parents, id) && (!posts.has(parent) || posts.get(parent) === posts.get(id)))
  for (let i = 0; i < links.length; i += batchSize) {
    const batch = links.slice(i, i + batchSize)
    await transact(async (tx, touch) => {
      const rows = await tx.comment.findMany({
        where: { externalId: { in: [...new Set(batch.flat())].map((id) => work.prefix + id) } },
        select: { id: true, externalId: true, postId: true, parentId: true },
      })
      const byId = new Map(rows.map((row) => [row.externalId!.slice(work.prefix.length), row]))
      for (const [id, parent] of batch) {
        const [one, other] = [byId.get(id), byId.get(parent)]
        if (!one || !other || one.postId !== other.postId || one.parentId === other.id || one.parentId !== null) continue
        await tx.comment.update({ where: { id: one.id }, data: { parentId: other.id } })
        touch(`post:${one.postId}`)
      }
    })
  }
}

function isCircle(parents: Map<string, string>, id: string): boolean {
  const seen = new Set([id])
  for (let one = parents.get(id); one !== undefined; one = parents.get(one)) {
    if (seen.has(one)) return true
    seen.add(one)
  }
  return false
}
