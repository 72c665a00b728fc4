import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { consumeLink, openLink, readLink, type SignedLink } from '@/lib/signed-links'
import type { Viewer } from '@/lib/viewer'
import { decideWithin } from './moderate'
import { bindingOf, isModeration, moderationPurposes, readSubject, type ModerationPurpose } from './notice-links'
import { stopAnswers } from './notices'

/** What a link in a notice opens. */
export type OpenedNotice =
  | { purpose: ModerationPurpose; link: SignedLink; viewer: NonNullable<Viewer>; comment: LinkedComment }
  | { purpose: 'answers-off'; link: SignedLink; email: string }

const select = {
  id: true, name: true, body: true, status: true, createdAt: true,
  post: { select: { id: true, title: true, path: true, status: true, authorId: true, coauthors: { select: { userId: true } } } }, parent: { select: { name: true, body: true } },
} as const
type LinkedComment = NonNullable<Awaited<ReturnType<typeof findComment>>>
const findComment = (id: number) => db.comment.findUnique({ where: { id }, select })

/** Looking changes nothing. @throws AppError `link.invalid`, also once it has acted */
export async function openNotice(token: string): Promise<OpenedNotice> {
  const purpose = readLink(token)?.purpose
  if (!purpose) throw dead()
  const opened = isModeration(purpose) ? await openModeration(token, purpose) : await openAnswersOff(token)
  if (await db.usedLink.findUnique({ where: { id: opened.link.id } })) throw dead()
  return opened
}

/** The press of its button; it acts once. @throws AppError `link.invalid`, or what the command says */
export async function pressNotice(token: string): Promise<OpenedNotice['purpose']> {
  const opened = await openNotice(token)
  await transact(async (tx, touch) => {
    await consumeLink(tx, opened.link)
    if (opened.purpose === 'answers-off') return stopAnswers(tx, opened.email)
    await decideWithin(tx, touch, opened.viewer, opened.comment.id, moderationPurposes[opened.purpose])
  })
  return opened.purpose
}

/** The person acts with the rights that they have now. */
async function openModeration(token: string, purpose: ModerationPurpose): Promise<OpenedNotice> {
  const { commentId, userId } = readSubject(readLink(token)!.subject)
  const [comment, person] = await Promise.all([
    findComment(commentId),
    db.user.findFirst({ where: { id: userId, state: 'active' }, select: { id: true, role: true, name: true, locale: true, email: true, passwordHash: true } }),
  ])
  if (!comment || comment.status === 'deleted' || !person) throw dead()
  const link = await openLink(token, { purpose, binding: bindingOf(person) })
  const { id, role, name, locale } = person
  const viewer = { id, role, name, locale, sessionId: '' }
  if (!can(viewer, 'comment.moderate', comment.post)) throw dead()
  return { purpose, link, comment, viewer }
}

async function openAnswersOff(token: string): Promise<OpenedNotice> {
  const comment = await db.comment.findUnique({ where: { id: Number(readLink(token)!.subject) || 0 }, select: { email: true } })
  if (!comment?.email) throw dead()
  const link = await openLink(token, { purpose: 'answers-off', binding: comment.email })
  return { purpose: 'answers-off', link, email: comment.email }
}

const dead = () => new AppError('not_found', 'link.invalid')
