import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { confirmIdentity } from './confirm'
import { renewRecoveryCodes } from './recovery-codes'
import { spendStep } from './second-step'
import { newTotp, stepOf, type TotpOffer } from './totp'

/** Begins sign-in codes with an authenticator app; they are asked for once a first one was right. */
export async function offerTotp(viewer: Viewer, password: string): Promise<TotpOffer> {
  await confirmIdentity(viewer, password)
  authorise(viewer, 'admin.enter')
  const [{ name }, { email, totpConfirmedAt }] = await Promise.all([getSettings(), getPerson(viewer.id)])
  if (totpConfirmedAt) throw new AppError('conflict', 'totp.on')
  const { sealed, offer } = await newTotp(viewer.id, name, email ?? '')
  await transact(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: viewer.id, totpConfirmedAt: null }, data: { totpSecret: sealed, totpStep: null } })
    if (count === 0) throw new AppError('conflict', 'totp.on')
  })
  return offer
}

/** Turns codes on with the first one of the app, and gives the recovery codes. @throws AppError `totp.wrong` */
export async function turnOnTotp(viewer: Viewer, code: string, now = new Date()): Promise<string[]> {
  authorise(viewer, 'admin.enter')
  const { totpSecret } = await getPerson(viewer.id)
  const step = totpSecret === null ? null : await stepOf(viewer.id, totpSecret, code.replace(/\s/g, ''), now)
  if (step === null) throw new AppError('invalid', 'totp.wrong', { fields: { code: 'totp.wrong' } })
  return transact(async (tx) => {
    // The secret as it was checked: a second offer in another tab may have replaced it.
    const { count } = await tx.user.updateMany({ where: { id: viewer.id, totpSecret, totpConfirmedAt: null }, data: { totpConfirmedAt: now } })
    if (count === 0) throw new AppError('conflict', 'totp.on')
    await spendStep(tx, viewer.id, step)
    await record(tx, viewer, 'account.totp-on', `user:${viewer.id}`)
    return renewRecoveryCodes(tx, viewer.id)
  })
}

export async function turnOffTotp(viewer: Viewer, password: string): Promise<void> {
  await confirmIdentity(viewer, password)
  authorise(viewer, 'admin.enter')
  await transact(async (tx) => {
    await dropTotp(tx, viewer.id)
    await record(tx, viewer, 'account.totp-off', `user:${viewer.id}`)
  })
}

/** New recovery codes; the old ones are worth nothing from then on. */
export async function makeNewCodes(viewer: Viewer, password: string): Promise<string[]> {
  await confirmIdentity(viewer, password)
  authorise(viewer, 'admin.enter')
  return transact(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: viewer.id }, select: { totpConfirmedAt: true } })
    if (!person?.totpConfirmedAt) throw new AppError('conflict', 'totp.off')
    await record(tx, viewer, 'account.codes', `user:${viewer.id}`)
    return renewRecoveryCodes(tx, viewer.id)
  })
}

export async function dropTotp(tx: Tx, userId: number): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpConfirmedAt: null, totpStep: null } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
}

function getPerson(id: number) {
  return db.user.findUniqueOrThrow({ where: { id }, select: { email: true, totpSecret: true, totpConfirmedAt: true } })
}
