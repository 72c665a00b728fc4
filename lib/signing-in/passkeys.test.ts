import { describe, expect, test } from 'vitest'
import { findViewer } from '@/lib/auth'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { Authenticator } from '@/lib/testing/authenticator'
import { makeViewer } from '@/lib/testing/builders'
import { setActive } from '@/lib/users/commands'
import { askForPasskey, signInByPasskey } from './enter-by-passkey'
import { addPasskey, offerPasskey, removePasskey } from './passkeys'
import { hashPassword } from './password'

const wrong = { ok: false, reason: 'wrong' }
const from = { address: '203.0.113.9', device: 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36' }

async function withPasskey() {
  const viewer = await makeViewer('author')
  const phone = new Authenticator()
  const { options, token } = await offerPasskey(viewer, '')
  await addPasskey(viewer, { token, name: 'HP saya', answer: phone.register(options) })
  return { viewer, phone }
}

async function enter(phone: Authenticator, how?: Parameters<Authenticator['answer']>[1]) {
  const { options, token } = await askForPasskey()
  return signInByPasskey(token, phone.answer(options, how), from)
}

describe('a passkey', () => {
  test('opens a session for its person, who types nothing', async () => {
    const { viewer, phone } = await withPasskey()
    const signed = await enter(phone)
    expect(signed).toMatchObject({ ok: true, userId: viewer.id })
    expect(await findViewer(signed.ok ? signed.sessionId : '')).toMatchObject({ id: viewer.id })
    expect(await db.passkey.findUnique({ where: { id: phone.id } })).toMatchObject({ counter: 1, name: 'HP saya' })
  })

  test('is asked for alike whoever asks: nothing names a person', async () => {
    await withPasskey()
    const { options } = await askForPasskey()
    expect(options.allowCredentials ?? []).toEqual([])
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  })

  test('answers a challenge once, in its time, and of this site', async () => {
    const { phone } = await withPasskey()
    const { options, token } = await askForPasskey()
    const answer = phone.answer(options)
    expect((await signInByPasskey(token, answer, from)).ok).toBe(true)
    expect(await signInByPasskey(token, phone.answer(options), from)).toEqual(wrong)
    const other = await askForPasskey()
    expect(await signInByPasskey(other.token, phone.answer(options), from)).toEqual(wrong)
    expect(await signInByPasskey('', phone.answer(other.options), from)).toEqual(wrong)
    expect(await enter(phone, { origin: 'http://localhost.evil.example' })).toEqual(wrong)
    expect(await enter(phone, { rpId: 'evil.example' })).toEqual(wrong)
  })

  test('two answers to one challenge at once open one session', async () => {
    const { phone } = await withPasskey()
    const { options, token } = await askForPasskey()
    const tries = await Promise.all([1, 2, 3].map(() => signInByPasskey(token, phone.answer(options), from)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('needs finger, face or code, and a count that goes up', async () => {
    const { phone } = await withPasskey()
    expect(await enter(phone, { isVerified: false })).toEqual(wrong)
    expect((await enter(phone)).ok).toBe(true)
    phone.counter = 0
    expect(await enter(phone)).toEqual(wrong)
  })

  test('that nobody has is refused like one of a deactivated person', async () => {
    const { viewer, phone } = await withPasskey()
    await setActive(await makeViewer('owner'), viewer.id, false)
    expect(await enter(phone)).toEqual(wrong)
    expect(await enter(new Authenticator())).toEqual(wrong)
  })

  test('is refused after many wrong ones from one place', async () => {
    const there = { ...from, address: '192.0.2.77' }
    const stranger = new Authenticator()
    for (let i = 0; i < 30; i++) await signInByPasskey('', stranger.answer({ challenge: 'AAAA' }), there)
    expect(await signInByPasskey('', stranger.answer({ challenge: 'AAAA' }), there)).toEqual({ ok: false, reason: 'too_many' })
  }, 30_000)
})

describe('adding one', () => {
  test('is bound to the session that asked, and done once', async () => {
    const [viewer, other] = [await makeViewer('author'), await makeViewer('author')]
    const { options, token } = await offerPasskey(viewer, '')
    const [phone, second] = [new Authenticator(), new Authenticator()]
    const dead = { reason: 'link.invalid' }
    await expect(addPasskey(other, { token, name: '', answer: phone.register(options) })).rejects.toMatchObject(dead)
    await addPasskey(viewer, { token, name: '', answer: phone.register(options) })
    await expect(addPasskey(viewer, { token, name: '', answer: second.register(options) })).rejects.toMatchObject(dead)
    const entering = await askForPasskey()
    await expect(addPasskey(viewer, { token: entering.token, name: '', answer: second.register(entering.options) })).rejects.toMatchObject(dead)
  })

  test('asks for the password once the sign-in is not fresh, and so does removing', async () => {
    const { viewer, phone } = await withPasskey()
    await transact((tx) => tx.user.update({ where: { id: viewer.id }, data: { passwordHash: 'x' } }))
    await transact((tx) => tx.session.update({ where: { id: viewer.sessionId }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } }))
    await expect(offerPasskey(viewer, '')).rejects.toMatchObject({ reason: 'password.confirm' })
    await expect(offerPasskey(viewer, 'bukan ini')).rejects.toMatchObject({ reason: 'password.wrong' })
    await expect(removePasskey(viewer, phone.id, '')).rejects.toMatchObject({ reason: 'password.confirm' })
    await transact(async (tx) => tx.user.update({ where: { id: viewer.id }, data: { passwordHash: await hashPassword('hujan reda sore hari') } }))
    await removePasskey(viewer, phone.id, 'hujan reda sore hari')
    expect(await enter(phone)).toEqual(wrong)
  })

  test('is nobody else’s matter', async () => {
    const { phone } = await withPasskey()
    await expect(removePasskey(await makeViewer('owner'), phone.id, '')).rejects.toMatchObject({ code: 'not_found' })
    await expect(removePasskey(null, phone.id, '')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(offerPasskey(null, '')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addPasskey(null, { token: 'x', name: '', answer: phone.register({ challenge: 'AAAA' }) })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
