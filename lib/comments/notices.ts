import type { Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { canMail } from '@/lib/mail'
import { putMail } from '@/lib/mail/outbox'
import { can } from '@/lib/policy'
import { takePointWithin } from '@/lib/rate-limit'
import { getSettings } from '@/lib/settings/queries'
import { answersOffLink, moderationLinks } from './notice-links'

/** More than this is a flood, of which a mailbox need not be told line by line. */
const toOnePerson = { name: 'comment-notices', points: 30, seconds: 3600 }
const toOneReader = { name: 'answer-notices', points: 20, seconds: 86_400 }
/** An answer that is taken back and let through again is no new one. */
const ofOneAnswer = { name: 'answer-told', points: 1, seconds: 30 * 86_400 }

const select = {
  id: true, name: true, body: true, status: true, userId: true, email: true, externalId: true,
  post: { select: { id: true, title: true, path: true, status: true, authorId: true, coauthors: { select: { userId: true } } } },
  parent: { select: { id: true, name: true, email: true, notify: true, status: true } },
} as const

/** Tells of a comment that has just come: whoever looks after it, and, if it is shown already, whoever it answers. */
export async function tellOfNew(tx: Tx, id: number): Promise<void> {
  if (!canMail()) return
  await tellModerators(tx, id)
  await tellAnswered(tx, id)
}

/** Tells whoever asked for it that their comment was answered, once the answer can be read. */
export async function tellAnswered(tx: Tx, id: number): Promise<void> {
  if (!canMail()) return
  const answer = await tx.comment.findUniqueOrThrow({ where: { id }, select })
  const { parent, post } = answer
  if (answer.status !== 'visible' || post.status !== 'published') return
  if (!parent?.notify || !parent.email || parent.status !== 'visible' || parent.email === answer.email) return
  if ((await takePointWithin(tx, ofOneAnswer, String(id))) < 0) return
  if ((await takePointWithin(tx, toOneReader, parent.email)) < 0) return
  const { name: site, language } = await getSettings(tx)
  const { notices: m, reader } = messages(language)
  const off = await answersOffLink({ id: parent.id, email: parent.email })
  const address = `${env.SITE_URL}${post.path}#c${answer.externalId ?? id}`
  await putMail(tx, {
    to: parent.email,
    subject: m.answerSubject(site),
    text: m.answerText({ to: parent.name, by: answer.name, title: post.title || reader.untitled, body: quoted(answer.body), address, off }),
    // RFC 8058: mail programs offer a button of their own, which posts to the address.
    headers: { 'List-Unsubscribe': `<${off}/tekan>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  })
}

async function tellModerators(tx: Tx, id: number) {
  if (!(await getSettings(tx)).commentsNotices) return
  const comment = await tx.comment.findUniqueOrThrow({ where: { id }, select })
  if (comment.status !== 'held' && comment.status !== 'visible') return
  for (const person of await listModerators(tx, comment.post)) {
    if (person.id === comment.userId) continue
    const left = await takePointWithin(tx, toOnePerson, String(person.id))
    if (left < 0) continue
    const { notices: m, reader } = messages(toLocale(person.locale))
    const title = comment.post.title || reader.untitled
    await putMail(tx, {
      to: person.email,
      subject: m.newSubject(title),
      text: m.newText({
        to: person.name, by: comment.name, title, body: quoted(comment.body), isHeld: comment.status === 'held', isLast: left === 0,
        answering: comment.parent?.name ?? null, links: await moderationLinks(comment.id, person), queue: `${env.SITE_URL}/admin/komentar`,
      }),
    })
  }
}

/** The authors of the post and all who look after comments anyway, as far as they can be written to. */
async function listModerators(tx: Tx, post: { id: number; authorId: number; coauthors: { userId: number }[] }) {
  const people = await tx.user.findMany({
    where: { state: 'active', email: { not: null } }, orderBy: { id: 'asc' },
    select: { id: true, role: true, name: true, locale: true, email: true, passwordHash: true },
  })
  return people.filter((person) => can({ ...person, sessionId: '' }, 'comment.moderate', post)).map((person) => ({ ...person, email: person.email! }))
}

/** Each line marked, so that nothing a reader wrote looks like a line of ours. */
function quoted(body: string): string {
  return body.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** Nothing is sent any more to whoever wrote this comment, whichever of theirs is answered. */
export async function stopAnswers(tx: Tx, email: string): Promise<void> {
  await tx.comment.updateMany({ where: { email, notify: true }, data: { notify: false } })
}
