import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { createUser, disarmUser, operator } from '@/lib/users/commands'
import { makeResetLink, resetPassword } from '@/lib/users/reset'
import { email, newUser, password as passwordSchema } from '@/lib/users/schema'
import type { Done } from './run'

type Wish = { passwordStdin?: boolean }

/** Makes a person; without a password, a link at which they choose one. */
export async function createPerson(given: Wish & { email: string; name: string; role: string }): Promise<Done> {
  const password = await passwordFrom(given)
  const user = check(newUser, { ...given, password })
  const { id } = await createUser(operator, user)
  const json = { id, email: user.email, role: user.role }
  if (password !== undefined) return { text: `${user.name} can sign in as ${user.role}.`, json }
  const link = await makeResetLink(operator, id)
  return { text: `${user.name} chooses a password, within a day, at ${link}`, json: { ...json, link } }
}

type Reset = Wish & { email: string; totp?: 'off'; passkeys?: 'off' }

/**
 * The last way in: a link to choose a new password, or the password itself from stdin; sessions end with the old
 * one. Codes and passkeys stay unless they are taken away too: a lost phone needs that, a forgotten password not.
 */
export async function resetPerson(given: Reset): Promise<Done> {
  const address = check(email, given.email)
  const person = await db.user.findUnique({ where: { email: address }, select: { id: true, name: true } })
  if (!person) throw new Error(`Nobody has the e-mail address ${address}.`)
  const password = await passwordFrom(given)
  const chosen = password === undefined ? undefined : check(passwordSchema, password)
  if (given.totp || given.passkeys) await disarmUser(operator, person.id, { totp: given.totp === 'off', passkeys: given.passkeys === 'off' })
  const ways = await findWays(person.id)
  const link = await makeResetLink(operator, person.id)
  if (chosen === undefined) {
    return { text: `${person.name} chooses a password, within a day, at ${link}${stays(ways)}`, json: { id: person.id, link, ...ways } }
  }
  await resetPassword({ token: link.slice(link.lastIndexOf('/') + 1), password: chosen })
  return { text: `${person.name} has a new password.${stays(ways)}`, json: { id: person.id, ...ways } }
}

async function findWays(id: number): Promise<{ totp: boolean; passkeys: number }> {
  const { totpConfirmedAt, _count } = await db.user.findUniqueOrThrow({ where: { id }, select: { totpConfirmedAt: true, _count: { select: { passkeys: true } } } })
  return { totp: totpConfirmedAt !== null, passkeys: _count.passkeys }
}

/** What an operator would not expect to be left. */
function stays({ totp, passkeys }: { totp: boolean; passkeys: number }): string {
  return [totp && ' Sign-in codes are still asked for (--totp off ends that).', passkeys > 0 && ` ${passkeys} passkey(s) still open the account (--passkeys off ends that).`].filter(Boolean).join('')
}

/** The first line of stdin, when it was promised. */
async function passwordFrom({ passwordStdin }: Wish): Promise<string | undefined> {
  return passwordStdin ? (await text(process.stdin)).replace(/\r?\n[\s\S]*$/, '') : undefined
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  throw new AppError('invalid', message, { fields: { [String(path[0] ?? 'value')]: message } })
}
