import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { takePoint } from '@/lib/rate-limit'
import { getSettings } from '@/lib/settings/queries'
import type { SiteSettings } from '@/lib/settings/schema'
import { checkProof, spendProof, type Proof } from '@/lib/spam/proof'
import type { Viewer } from '@/lib/viewer'
import { judgeByBlocks } from './blocks'
import { judgeContent } from './content'
import { tellOfNew } from './notices'
import { statusOf, type Verdict } from './reasons'
import { ruleOf, takesComments } from './rule'
import type { CommentInput } from './schema'
import { findDevice, hashesOf, type Sender, type SenderHashes } from './sender'
import { anchorOf } from './thread'
import { showsComments } from './touch'
import { weigh } from './weigh'

export type { Sender } from './sender'
export type Added = { id: number; status: 'held' | 'visible' | 'spam'; path: string; anchor: string }

const often = { name: 'comment', points: 10, seconds: 600 }
const doubleWithin = 10 * 60_000

/**
 * Adds a reader's comment; a retry of the same gives the first one again. Whether it shows is up to its words, the
 * post's rule and the moderators' own; what people who look after the post write is visible at once and theirs.
 *
 * @throws AppError with a reason of `messages.comments.wrong`: post, closed, parent, often, replay
 */
export async function addComment(viewer: Viewer, input: CommentInput, sender: Sender, now = new Date()): Promise<Added> {
  const settings = await getSettings()
  const hashes = await hashesOf(sender, now, settings.timeZone)
  const known = await findDouble(input, hashes.readerHash, now)
  if (known) return known
  if (!viewer) await takePoint(often, hashes.readerHash, now).catch(() => { throw new AppError('too_many', 'often') })
  const content = await judgeContent(input)
  const proof: Proof = viewer ? { state: 'none' } : await checkProof(input.proof, now)
  return transact(async (tx, touch) => {
    await exclusive(tx, `comment:${input.postId}`)
    const twin = await findDouble(input, hashes.readerHash, now, tx)
    if (twin) return twin
    const post = await getCommentablePost(tx, input.postId, settings, now)
    await checkParent(tx, input)
    const from = viewer ? { name: viewer.name, userId: viewer.id } : { name: input.name, email: input.email, notify: input.notify && input.email !== null, ...hashes }
    const judged = viewer && can(viewer, 'comment.moderate', post) ? { status: 'visible' as const } : await judge(tx, { viewer, input, hashes, post, content, proof, settings, now })
    await spendProof(tx, proof)
    const comment = await tx.comment.create({
      data: { postId: post.id, parentId: input.parentId, body: input.body, sendKey: input.sendKey, createdAt: now, ...from, ...judged },
    })
    if (comment.status === 'visible') touch(...showsComments(post.id))
    await tellOfNew(tx, comment.id)
    return toAdded(comment, post.path!)
  })
}

type Case = {
  viewer: Viewer; input: CommentInput; hashes: SenderHashes; post: Awaited<ReturnType<typeof getCommentablePost>>
  content: Verdict; proof: Proof; settings: SiteSettings; now: Date
}

/** Its status, with the reasons for whoever looks after the queue. */
async function judge(tx: Tx, { viewer, input, hashes, post, content, proof, settings, now }: Case) {
  const device = viewer ? null : await findDevice(tx, input.device, settings.commentsTrustAfter)
  const blocks = viewer ? [] : await judgeByBlocks({ name: input.name, body: input.body, addressHash: hashes.addressHash }, tx)
  const isKnown = viewer !== null || device?.isTrusted === true
  const verdict = weigh({ isScripted: input.sendKey !== null, proof: viewer ? null : proof.state, rule: ruleOf(post, settings, now), isKnown, others: [content, ...trapped(input), ...blocks] })
  return { status: statusOf[verdict.decision], judgement: JSON.stringify(verdict), commenterId: device?.id ?? null }
}

/** A field that nobody sees was filled in. */
function trapped({ website }: CommentInput): Verdict[] {
  return website ? [{ decision: 'spam', reasons: [{ code: 'honeypot' }] }] : []
}

async function getCommentablePost(tx: Tx, id: number, settings: SiteSettings, now: Date) {
  const post = await tx.post.findFirst({
    where: { id, kind: 'post', status: 'published' },
    select: { id: true, path: true, authorId: true, coauthors: { select: { userId: true } }, commentsOpen: true, commentRule: true, commentsClose: true, publishedAt: true },
  })
  if (!post) throw new AppError('not_found', 'post')
  if (!can(null, 'comment.create', { commentsOpen: takesComments(post, settings, now) })) throw new AppError('forbidden', 'closed')
  return post
}

async function checkParent(tx: Tx, { parentId, postId }: CommentInput) {
  if (parentId === null) return
  const parent = await tx.comment.findFirst({ where: { id: parentId, postId, status: 'visible' }, select: { id: true } })
  if (!parent) throw new AppError('invalid', 'parent', { fields: { parentId: 'parent' } })
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
  return { id: row.id, status, path, anchor: anchorOf(row) }
}
