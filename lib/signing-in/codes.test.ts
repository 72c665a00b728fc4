import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makeViewer } from '@/lib/testing/builders'
import { changePassword, disarmUser, operator } from '@/lib/users/commands'
import { makeNewCodes, offerTotp, turnOffTotp, turnOnTotp } from './codes'
import { hashPassword } from './password'
import { passSecondStep } from './second-step'
import { signIn } from './sign-in'

const password = 'hujan reda di sore hari'
const passwordHash = hashPassword(password)
const wrong = { ok: false, reason: 'wrong' }
let house = 0
/** Each try from another place, so that only what is tried here slows it. */
const from = () => ({ address: `198.51.100.${++house}`, device: 'Firefox' })

async function person() {
  const viewer = await makeViewer('author', { passwordHash: await passwordHash })
  const { email } = await db.user.findUniqueOrThrow({ where: { id: viewer.id } })
  return { viewer, email: email! }
}

async function withCodes() {
  const { viewer, email } = await person()
  const { key } = await offerTotp(viewer, '')
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  // The one before, so that the present one is not used up yet.
  const codes = await turnOnTotp(viewer, app.generate({ timestamp: Date.now() - 30_000 }))
  return { viewer, email, app, codes }
}

describe('sign-in codes', () => {
  test('count only once a first one was right', async () => {
    const { viewer, email } = await person()
    await offerTotp(viewer, '')
    await expect(turnOnTotp(viewer, '000000')).rejects.toMatchObject({ reason: 'totp.wrong' })
    expect((await signIn({ email, password }, from())).ok).toBe(true)
  })

  test('are asked for beside the password; what is missing or wrong is not told apart', async () => {
    const { email, app } = await withCodes()
    expect(await signIn({ email, password }, from())).toEqual(wrong)
    expect(await signIn({ email, password, code: '000000' }, from())).toEqual(wrong)
    expect(await signIn({ email, password: 'bukan', code: app.generate() }, from())).toEqual(wrong)
    expect(await signIn({ email: 'tidak-ada@contoh.id', password, code: app.generate() }, from())).toEqual(wrong)
    expect((await signIn({ email, password, code: app.generate() }, from())).ok).toBe(true)
  })

  test('work once each, and one of two at once', async () => {
    const { email, app } = await withCodes()
    const code = app.generate()
    const tries = await Promise.all([1, 2].map(() => signIn({ email, password, code }, from())))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await signIn({ email, password, code }, from())).toEqual(wrong)
  })

  test('are read with spaces, one step early or late, and no further', async () => {
    const { viewer, app } = await withCodes()
    const user = await db.user.findUniqueOrThrow({ where: { id: viewer.id } })
    const now = Date.now() + 600_000
    const at = (steps: number) => app.generate({ timestamp: now + steps * 30_000 })
    expect(await passSecondStep(user, at(-2), new Date(now))).toBe(false)
    expect(await passSecondStep(user, at(2), new Date(now))).toBe(false)
    expect(await passSecondStep(user, at(-1).replace(/(...)/, '$1 '), new Date(now))).toBe(true)
    expect(await passSecondStep(user, at(1), new Date(now))).toBe(true)
    expect(await passSecondStep(user, at(0), new Date(now))).toBe(false)
  })

  test('cannot be guessed from many places, and a recovery code still opens', async () => {
    const { viewer, app, codes } = await withCodes()
    const user = await db.user.findUniqueOrThrow({ where: { id: viewer.id } })
    for (let i = 0; i < 60; i++) await passSecondStep(user, '000000')
    expect(await passSecondStep(user, app.generate())).toBe(false)
    expect(await passSecondStep(user, codes[0]!)).toBe(true)
  })

  test('lie sealed in the database, and their secret opens for nobody else', async () => {
    const { viewer } = await person()
    const { key } = await offerTotp(viewer, '')
    const { totpSecret } = await db.user.findUniqueOrThrow({ where: { id: viewer.id } })
    expect(totpSecret).not.toContain(key.replaceAll(' ', ''))
    const thief = await withCodes()
    await transact((tx) => tx.user.update({ where: { id: thief.viewer.id }, data: { totpSecret } }))
    const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
    expect(await signIn({ email: thief.email, password, code: app.generate() }, from())).toEqual(wrong)
  })
})

describe('recovery codes', () => {
  test('open once each, however they are typed, and are kept as hashes', async () => {
    const { email, codes } = await withCodes()
    expect(new Set(codes).size).toBe(10)
    const [first, second] = codes as [string, string]
    const tries = await Promise.all([1, 2].map(() => signIn({ email, password, code: first.toUpperCase().replaceAll('-', ' ') }, from())))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await signIn({ email, password, code: first }, from())).toEqual(wrong)
    expect((await signIn({ email, password, code: second }, from())).ok).toBe(true)
    expect(JSON.stringify(await db.recoveryCode.findMany())).not.toContain(first.replaceAll('-', ''))
  })

  test('are worth nothing once new ones are made, nor to somebody else', async () => {
    const one = await withCodes()
    const other = await withCodes()
    expect(await signIn({ email: other.email, password, code: one.codes[0] }, from())).toEqual(wrong)
    const renewed = await makeNewCodes(one.viewer, '')
    expect(await signIn({ email: one.email, password, code: one.codes[0] }, from())).toEqual(wrong)
    expect((await signIn({ email: one.email, password, code: renewed[0] }, from())).ok).toBe(true)
  })
})

describe('what guards them', () => {
  test('once the sign-in is not fresh, they are turned on, off and renewed by the password only', async () => {
    const { viewer, email } = await withCodes()
    await transact((tx) => tx.session.update({ where: { id: viewer.sessionId }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } }))
    for (const change of [turnOffTotp, makeNewCodes, offerTotp]) {
      await expect(change(viewer, '')).rejects.toMatchObject({ reason: 'password.confirm' })
      await expect(change(viewer, 'bukan')).rejects.toMatchObject({ reason: 'password.wrong' })
    }
    await turnOffTotp(viewer, password)
    expect((await signIn({ email, password }, from())).ok).toBe(true)
  })

  test('the password cannot be guessed at an open device without end', async () => {
    const { viewer } = await person()
    for (let i = 0; i < 10; i++) await expect(changePassword(viewer, { current: `tebakan ${i}`, password: 'embun di rumput pagi' })).rejects.toMatchObject({ reason: 'password.wrong' })
    await expect(changePassword(viewer, { current: password, password: 'embun di rumput pagi' })).rejects.toMatchObject({ code: 'too_many' })
  })

  test('the operator, and an owner for somebody else, take them away; nobody else does', async () => {
    const [one, other] = [await withCodes(), await withCodes()]
    const owner = await makeViewer('owner')
    for (const who of [null, await makeViewer('editor'), one.viewer]) await expect(disarmUser(who, one.viewer.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(disarmUser(owner, owner.id)).rejects.toMatchObject({ code: 'forbidden' })
    await disarmUser(owner, one.viewer.id)
    await disarmUser(operator, other.viewer.id, { passkeys: false })
    for (const { email } of [one, other]) expect((await signIn({ email, password }, from())).ok).toBe(true)
    expect(await db.recoveryCode.count({ where: { userId: { in: [one.viewer.id, other.viewer.id] } } })).toBe(0)
  })

  test('signed out, nobody does anything', async () => {
    for (const change of [turnOffTotp, makeNewCodes, offerTotp, turnOnTotp]) await expect(change(null, '')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
