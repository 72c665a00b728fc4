import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { isAppError } from '@/lib/errors'
import { beginNamelessAttempt, refuseSlowly } from './attempts'
import { newChallenge, spendChallenge } from './challenge'
import { toTransports } from './passkeys'
import { relyingParty } from './relying-party'
import { openSession } from './sessions'
import type { From, SignIn } from './sign-in'

const purpose = 'passkey-enter'

/** The same for everybody: it asks for no address, so it says nothing about any. `token` stays with the browser. */
export async function askForPasskey() {
  const { challenge, token } = await newChallenge({ purpose, binding: '' })
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, challenge, userVerification: 'required', allowCredentials: [] })
  return { options, token }
}

/** Opens a session for whoever owns the passkey. It asks for finger, face or code itself, so no other code is asked for. */
export async function signInByPasskey(token: string, answer: AuthenticationResponseJSON, { address, device }: From): Promise<SignIn> {
  const start = performance.now()
  const attempt = await beginNamelessAttempt(address)
  if (!attempt) return { ok: false, reason: 'too_many' }
  const signed = await check(token, answer, device)
  if (!signed) {
    await refuseSlowly(start)
    return { ok: false, reason: 'wrong' }
  }
  await attempt.succeeded()
  return { ok: true, ...signed }
}

async function check(token: string, response: AuthenticationResponseJSON, device: string, now = new Date()) {
  const expectedChallenge = await transact((tx) => spendChallenge(tx, token, { purpose, binding: '' }, now)).catch(orNull)
  if (!expectedChallenge) return null
  const passkey = await db.passkey.findUnique({ where: { id: response.id }, include: { user: { select: { id: true, state: true } } } })
  if (!passkey || passkey.user.state !== 'active') return null
  const { id, counter } = passkey
  const credential = { id, counter, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), transports: toTransports(passkey.transports) }
  const { id: rpID, origin } = relyingParty()
  const given = { response, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID, credential, requireUserVerification: true }
  // The library throws what it finds wrong with an answer; to whoever sent it all of it is the same.
  const found = await verifyAuthenticationResponse(given).catch(() => null)
  if (!found?.verified) return null
  return transact(async (tx) => {
    // A copied authenticator that answers at the same time finds the count moved on.
    const { count } = await tx.passkey.updateMany({ where: { id, counter }, data: { counter: found.authenticationInfo.newCounter, lastUsedAt: now } })
    return count === 0 ? null : { userId: passkey.userId, sessionId: await openSession(tx, passkey.user, device) }
  })
}

/** A challenge that is used up or old is one more wrong answer. */
function orNull(error: unknown): null {
  if (isAppError(error) && error.code === 'not_found') return null
  throw error
}
