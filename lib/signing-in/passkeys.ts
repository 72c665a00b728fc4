import { createHmac } from 'node:crypto'
import { generateRegistrationOptions, verifyRegistrationResponse, type AuthenticatorTransportFuture, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { secretFor } from '@/lib/secrets'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { newChallenge, spendChallenge } from './challenge'
import { confirmIdentity } from './confirm'
import { relyingParty } from './relying-party'

const most = 20

/** What the browser needs to make a passkey that names its person by itself and asks for finger, face or code. */
export async function offerPasskey(viewer: Viewer, password: string) {
  await confirmIdentity(viewer, password)
  authorise(viewer, 'admin.enter')
  const [{ name }, { email, passkeys }] = await Promise.all([
    getSettings(), db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { email: true, passkeys: { select: { id: true, transports: true } } } }),
  ])
  if (passkeys.length >= most) throw new AppError('conflict', 'passkey.many')
  const { challenge, token } = await newChallenge({ purpose: 'passkey-add', binding: viewer.sessionId })
  const options = await generateRegistrationOptions({
    rpName: name, rpID: relyingParty().id, challenge, userID: await handleOf(viewer.id),
    userName: email ?? viewer.name, userDisplayName: viewer.name, attestationType: 'none',
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports: toTransports(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, token }
}

/** Keeps a passkey that answers the challenge of `token`. @throws AppError `passkey.failed` */
export async function addPasskey(viewer: Viewer, { token, name, answer }: { token: string; name: string; answer: RegistrationResponseJSON }): Promise<void> {
  authorise(viewer, 'admin.enter')
  const expectedChallenge = await transact((tx) => spendChallenge(tx, token, { purpose: 'passkey-add', binding: viewer.sessionId }))
  const { id: rpID, origin } = relyingParty()
  const made = await verifyRegistrationResponse({ response: answer, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true }).catch(() => null)
  if (!made?.verified) throw new AppError('invalid', 'passkey.failed')
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential
  await transact(async (tx) => {
    if (await tx.passkey.findUnique({ where: { id }, select: { id: true } })) throw new AppError('conflict', 'passkey.failed')
    await tx.passkey.create({
      data: { id, userId: viewer.id, name, counter, publicKey: Buffer.from(publicKey).toString('base64url'), transports: JSON.stringify(transports) },
    })
    await record(tx, viewer, 'account.passkey-add', `user:${viewer.id}`, name)
  })
}

/** @throws AppError not_found, also for somebody else's */
export async function removePasskey(viewer: Viewer, id: string, password: string): Promise<void> {
  await confirmIdentity(viewer, password)
  authorise(viewer, 'admin.enter')
  await transact(async (tx) => {
    const passkey = await tx.passkey.findFirst({ where: { id, userId: viewer.id }, select: { name: true } })
    if (!passkey) throw new AppError('not_found')
    await tx.passkey.delete({ where: { id } })
    await record(tx, viewer, 'account.passkey-remove', `user:${viewer.id}`, passkey.name)
  })
}

export function toTransports(stored: string): AuthenticatorTransportFuture[] {
  return JSON.parse(stored) as AuthenticatorTransportFuture[]
}

/** Names a person to their authenticator, always alike, and to nobody else. */
async function handleOf(userId: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(createHmac('sha256', await secretFor('passkey')).update(String(userId)).digest())
}
