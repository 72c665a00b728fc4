import { db } from '@/lib/db/client'
import { exclusive } from '@/lib/db/dialect'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { consumeLink, openLink, signLink } from '@/lib/signed-links'
import { insertUser } from './commands'
import { hashPassword } from '@/lib/signing-in/password'
import type { SetUp } from './schema'

const week = 7 * 86_400_000

/** Whether somebody owns the site who can sign in. Sample people cannot. */
export async function hasOwner(): Promise<boolean> {
  return (await db.user.count({ where: { role: 'owner', email: { not: null } } })) > 0
}

/** The address at which the first owner sets up their account, or null once there is one. */
export async function ownerSetupLink(now = new Date()): Promise<string | null> {
  if (await hasOwner()) return null
  return `${env.SITE_URL}/tautan/${await signLink({ purpose: 'setup', subject: 'owner', expiresAt: new Date(now.getTime() + week) })}`
}

/** Whether the token still makes an owner; for the page that shows the form. @throws AppError `link.invalid` */
export async function checkSetupToken(token: string): Promise<void> {
  await openLink(token, { purpose: 'setup' })
  if (await hasOwner()) throw new AppError('not_found', 'link.invalid')
}

/** Two who press at once make one owner. @throws AppError `link.invalid`, also when there is an owner already */
export async function createOwner({ token, name, email, password }: SetUp): Promise<{ id: number }> {
  const link = await openLink(token, { purpose: 'setup' })
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    await exclusive(tx, 'owner')
    if ((await tx.user.count({ where: { role: 'owner', email: { not: null } } })) > 0) throw new AppError('not_found', 'link.invalid')
    await consumeLink(tx, link)
    return insertUser(tx, { name, email, role: 'owner', passwordHash })
  })
}
