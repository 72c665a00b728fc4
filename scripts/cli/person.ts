import { erasePerson, exportPerson } from '@/lib/people-data/commands'
import { operator } from '@/lib/users/commands'
import { email as emailSchema } from '@/lib/users/schema'
import type { Done } from './run'

/** Prints everything that is kept of whoever commented from an address. */
export async function printPerson(given: { email: string }): Promise<Done> {
  const email = check(given.email)
  const data = await exportPerson(operator, { email })
  const lines = data.comments.map(({ id, createdAt, status, name, body, post }) =>
    [`#${id}, ${createdAt}, ${status}, ${name}, on ${post.title || 'a post'} (${post.address ?? 'not public'})`, ...body.split('\n').map((line) => `  ${line}`)].join('\n'))
  const text = lines.length > 0 ? `Comments of ${email}: ${lines.length}. All that is kept of each is printed with --json.\n\n${lines.join('\n\n')}` : `Nothing is kept of ${email}.`
  return { text, json: { email, ...data } }
}

/** Removes it. */
export async function erasePersonsData(given: { email: string }): Promise<Done> {
  const email = check(given.email)
  const { comments, mails } = await erasePerson(operator, { email })
  const text = comments + mails > 0 ? `Erased ${comments} comments and ${mails} waiting mails of ${email}.` : `Nothing is kept of ${email}.`
  return { text, json: { email, comments, mails } }
}

function check(email: string): string {
  const result = emailSchema.safeParse(email)
  if (!result.success) throw new Error(`"${email}" is not an e-mail address.`)
  return result.data
}
