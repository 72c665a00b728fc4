import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { getSettings } from '@/lib/settings/queries'
import { consumeLink, openLink, readLink, signLink } from '@/lib/signed-links'
import { unlearn } from '@/lib/spam/learn'
import { judgeByBlocks } from './blocks'
import { judgeContent } from './content'
import { statusOf, type Decision } from './reasons'
import { ruleOf } from './rule'
import type { OwnChange } from './schema'
import { isTrusted } from './sender'
import { anchorOf } from './thread'
import { showsComments } from './touch'
import { weigh } from './weigh'

/** How long somebody may change or delete what they wrote, in ms. */
export const ownFor = 15 * 60_000

const ownSelect = {
  id: true, postId: true, parentId: true, status: true, name: true, body: true, editedAt: true, createdAt: true, externalId: true,
  addressHash: true, judgement: true, commenter: { select: { approved: true, revokedAt: true } },
  post: { select: { path: true, title: true, commentsOpen: true, commentRule: true, commentsClose: true, publishedAt: true } },
} as const
type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>>

export type OwnLink = { path: string; until: Date }
export type OwnComment = { id: number; postId: number; name: string; body: string; status: string; until: Date; path: string | null; title: string; anchor: string }

/** The address at which a comment can be changed or deleted by whoever holds it; null when it is too late. */
export async function makeOwnLink(id: number, now = new Date()): Promise<OwnLink | null> {
  const comment = await findOwn(id, db)
  const until = comment && untilOf(comment)
  if (!comment || !until || until <= now || comment.status === 'deleted') return null
  const token = await signLink({ purpose: 'own-comment', subject: String(id), expiresAt: until, binding: bindingOf(comment) })
  return { path: `/tautan/komentar/${token}`, until }
}

/** What a link opens; looking changes nothing. @throws AppError `link.invalid` */
export async function openOwnLink(token: string, now = new Date()): Promise<OwnComment> {
  const { comment } = await open(token, db, now)
  const { id, postId, name, body, status, post } = comment
  return { id, postId, name, body, status, until: untilOf(comment), path: post.path, title: post.title, anchor: anchorOf(comment) }
}

/**
 * Other words for a comment, which are judged like new ones but never make it more visible than it was. The link
 * has acted then; there is a new one for what is left of the time. @throws AppError `link.invalid`
 */
export async function changeOwnComment(token: string, change: OwnChange, now = new Date()): Promise<{ id: number }> {
  await open(token, db, now)
  const settings = await getSettings()
  const content = await judgeContent(change)
  return transact(async (tx, touch) => {
    const { link, comment } = await open(token, tx, now)
    await consumeLink(tx, link)
    const blocks = await judgeByBlocks({ ...change, addressHash: comment.addressHash }, tx)
    const isKnown = isTrusted(comment.commenter, settings.commentsTrustAfter)
    const others = [{ decision: decisions[comment.status], reasons: [{ code: 'edited' }] }, content, ...blocks]
    const verdict = weigh({ isScripted: true, rule: ruleOf(comment.post, settings, now), isKnown, others })
    await unlearn(tx, comment)
    await tx.comment.update({
      where: { id: comment.id },
      data: { ...change, editedAt: now, status: statusOf[verdict.decision], judgement: JSON.stringify(verdict), decidedAt: null },
    })
    touch(...showsComments(comment.postId))
    return { id: comment.id }
  })
}

/** Nothing of it stays but its place, which its replies may need. @throws AppError `link.invalid` */
export async function deleteOwnComment(token: string, now = new Date()): Promise<void> {
  await transact(async (tx, touch) => {
    const { link, comment } = await open(token, tx, now)
    await consumeLink(tx, link)
    await unlearn(tx, comment)
    await tx.comment.update({
      where: { id: comment.id },
      data: { status: 'deleted', name: '-', body: '', email: null, notify: false, readerHash: null, addressHash: null, judgement: null, editedAt: now, decidedAt: now },
    })
    touch(...showsComments(comment.postId))
  })
}

const decisions: Record<'visible' | 'held' | 'spam' | 'deleted', Decision> = { visible: 'publish', held: 'hold', spam: 'spam', deleted: 'spam' }

async function open(token: string, from: Pick<Tx, 'comment'>, now: Date) {
  const comment = await findOwn(Number(readLink(token)?.subject) || -1, from)
  if (!comment || comment.status === 'deleted') throw new AppError('not_found', 'link.invalid')
  return { comment, link: await openLink(token, { purpose: 'own-comment', binding: bindingOf(comment), now }) }
}

function findOwn(id: number, from: Pick<Tx, 'comment'>) {
  return from.comment.findUnique({ where: { id }, select: ownSelect })
}

function untilOf({ createdAt }: Pick<Own, 'createdAt'>): Date {
  return new Date(createdAt.getTime() + ownFor)
}

/** A link is for the words that stand there: once they are others, it is dead. */
function bindingOf({ name, body, createdAt }: Own): string {
  return createHash('sha256').update(JSON.stringify([name, body, createdAt.getTime()])).digest('hex')
}
