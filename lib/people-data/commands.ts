import { showsComments } from '@/lib/comments/touch'
import { db } from '@/lib/db/client'
import { transact, type Touch, type Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import { unlearn } from '@/lib/spam/learn'
import { operator } from '@/lib/users/commands'
import type { Viewer } from '@/lib/viewer'
import { emailsOf, findCommentsOf, type PersonsComment, type Whose } from './find'

type By = Viewer | typeof operator

/** Everything that is kept of one commenter, as it is given to them. */
export type PersonsData = { emails: string[]; comments: ExportedComment[]; mails: { subject: string; body: string; createdAt: string }[] }
export type ExportedComment = ReturnType<typeof toExported>

export async function exportPerson(by: By, whose: Whose): Promise<PersonsData> {
  if (by !== operator) authorise(by, 'person.export')
  const comments = await findCommentsOf(whose)
  const emails = emailsOf(comments, whose)
  const mails = await db.outgoingMail.findMany({ where: { recipient: { in: emails } }, select: { subject: true, body: true, createdAt: true } })
  return { emails, comments: comments.map(toExported), mails: mails.map((mail) => ({ ...mail, createdAt: mail.createdAt.toISOString() })) }
}

/**
 * Removes everything of one commenter. Where others have answered, and where an import would bring it back, an empty
 * place stays: *Komentar ini dihapus*.
 */
export async function erasePerson(by: By, whose: Whose): Promise<{ comments: number; mails: number }> {
  if (by !== operator) authorise(by, 'person.erase')
  return transact(async (tx, touch) => {
    const comments = await findCommentsOf(whose, tx)
    for (const comment of comments) await empty(tx, touch, comment)
    await removeEmpty(tx, comments)
    const devices = [...new Set(comments.flatMap(({ commenterId }) => commenterId ?? []))]
    await tx.commenter.deleteMany({ where: { id: { in: devices }, comments: { none: {} } } })
    const mails = await tx.outgoingMail.deleteMany({ where: { recipient: { in: emailsOf(comments, whose) } } })
    return { comments: comments.length, mails: mails.count }
  })
}

/** For the clock: address and hashes of commenters go after the months that the owner has set, what they wrote stays. */
export async function forgetCommenters(now = new Date()): Promise<void> {
  const { commentsForgetAfter } = await getSettings()
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - commentsForgetAfter)
  const createdAt = { lt: before }
  await transact(async (tx) => {
    await tx.comment.updateMany({
      where: { createdAt, OR: [{ email: { not: null } }, { readerHash: { not: null } }, { addressHash: { not: null } }, { commenterId: { not: null } }, { sendKey: { not: null } }] },
      data: { ...nothing, notify: false },
    })
    await tx.commenter.deleteMany({ where: { createdAt, comments: { none: {} } } })
  })
}

const nothing = { email: null, readerHash: null, addressHash: null, sendKey: null, commenterId: null } as const

/** Nothing of it stays but its place. */
async function empty(tx: Tx, touch: Touch, { id, postId }: PersonsComment) {
  await unlearn(tx, { id })
  const now = new Date()
  await tx.commentAmin.deleteMany({ where: { commentId: id } })
  await tx.comment.update({
    where: { id },
    data: { ...nothing, status: 'deleted', name: '-', body: '', notify: false, judgement: null, decidedAt: now, editedAt: now },
  })
  touch(...showsComments(postId))
}

/** From the leaves up, as far as nobody else has answered. */
async function removeEmpty(tx: Tx, comments: PersonsComment[]) {
  const ids = comments.filter(({ externalId }) => externalId === null).map(({ id }) => id)
  for (;;) {
    const { count } = await tx.comment.deleteMany({ where: { id: { in: ids }, replies: { none: {} } } })
    if (count === 0) return
  }
}

function toExported({ id, parentId, status, name, email, body, notify, createdAt, editedAt, readerHash, addressHash, commenterId, judgement, post }: PersonsComment) {
  return {
    id, post: { title: post.title, address: post.path && env.SITE_URL + post.path }, parentId, status, name, email, body, notify,
    createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null,
    readerHash, addressHash, device: commenterId, judgement: judgement === null ? null : (JSON.parse(judgement) as unknown),
  }
}
