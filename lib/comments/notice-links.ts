import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { signLink, type LinkPurpose } from '@/lib/signed-links'

const day = 86_400_000

/** What a link in a notice does, and what the comment is then. */
export const moderationPurposes = { 'comment-approve': 'visible', 'comment-spam': 'spam', 'comment-delete': 'deleted' } as const
export type ModerationPurpose = keyof typeof moderationPurposes

export function isModeration(purpose: LinkPurpose): purpose is ModerationPurpose {
  return purpose in moderationPurposes
}

type Person = { id: number; email: string | null; passwordHash: string | null }

/** One link for each thing that can be done with a comment, for one person; they die with the person's password. */
export async function moderationLinks(commentId: number, person: Person): Promise<Record<ModerationPurpose, string>> {
  const expiresAt = new Date(Date.now() + 14 * day)
  const made = Object.keys(moderationPurposes).map(async (purpose) => [
    purpose, address(await signLink({ purpose: purpose as ModerationPurpose, subject: `${commentId}.${person.id}`, expiresAt, binding: bindingOf(person) })),
  ] as const)
  return Object.fromEntries(await Promise.all(made)) as Record<ModerationPurpose, string>
}

/** Comment and person of such a link's subject. */
export function readSubject(subject: string): { commentId: number; userId: number } {
  const [commentId = 0, userId = 0] = subject.split('.').map(Number)
  return { commentId, userId }
}

/** Ends the notices to whoever wrote this comment; it dies with the comment or its address. */
export async function answersOffLink({ id, email }: { id: number; email: string }): Promise<string> {
  const expiresAt = new Date(Date.now() + 90 * day)
  return address(await signLink({ purpose: 'answers-off', subject: String(id), expiresAt, binding: email }))
}

export function bindingOf({ email, passwordHash }: Person): string {
  return createHash('sha256').update(`${email}\n${passwordHash ?? ''}`).digest('hex')
}

const address = (token: string) => `${env.SITE_URL}/tautan/${token}`
