import { describe, expect, test } from 'vitest'
import { findViewer } from '@/lib/auth'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makeUser, makeViewer } from '@/lib/testing/builders'
import { beginAttempt, networkOf } from './attempts'
import { deviceName } from './device'
import { hashPassword } from './password'
import { endOtherSessions, endSession, listSessions } from './sessions'
import { signIn } from './sign-in'

const password = 'hujan reda di sore hari'
const chrome = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0'
const tooMany = { ok: false, reason: 'too_many' }

async function person(data: Parameters<typeof makeUser>[0] = {}) {
  return makeUser({ passwordHash: await hashPassword(password), ...data }) as Promise<{ id: number; email: string }>
}

describe('throttling', () => {
  test('a hundred guesses at once from one place are not a hundred guesses', async () => {
    const { email } = await person()
    const from = { address: '192.0.2.1', device: '' }
    const tries = await Promise.all(Array.from({ length: 40 }, (_, i) => signIn({ email, password: `tebakan ${i}` }, from)))
    expect(tries.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(8)
  }, 30_000)

  test('guesses from hundreds of places do not lock the owner out, and each place gets fewer', async () => {
    const { email } = await person()
    for (let i = 0; i < 120; i++) await beginAttempt(email, `203.0.113.${i}`)
    const attacker = { address: '198.51.100.1', device: '' }
    for (let i = 0; i < 3; i++) expect(await signIn({ email, password: 'tebakan' }, attacker)).toMatchObject({ reason: 'wrong' })
    expect(await signIn({ email, password: 'tebakan' }, attacker)).toEqual(tooMany)
    expect((await signIn({ email, password }, { address: '192.0.2.200', device: '' })).ok).toBe(true)
  }, 30_000)

  test('an address that nobody has is slowed alike', async () => {
    const from = { address: '192.0.2.3', device: '' }
    const tries = []
    for (let i = 0; i < 9; i++) tries.push(await signIn({ email: 'tidak-ada@contoh.id', password }, from))
    expect(tries.map((answer) => !answer.ok && answer.reason)).toEqual([...Array.from({ length: 8 }, () => 'wrong'), 'too_many'])
  }, 30_000)

  test('who signs in often is not slowed', async () => {
    const { email } = await person()
    for (let i = 0; i < 35; i++) expect((await signIn({ email, password }, { address: '192.0.2.4', device: '' })).ok).toBe(true)
  }, 30_000)

  test('a household with IPv6 is one place', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb::2'))
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('192.0.2.4')).toBe('192.0.2.4')
  })
})

test('a refusal takes as long whether the address, the password or the state was wrong', async () => {
  const { email } = await person()
  const off = await person({ state: 'deactivated' })
  const invited = await person({ passwordHash: null })
  let house = 0
  const time = async (email: string, password: string) => {
    const start = performance.now()
    await signIn({ email, password }, { address: `203.0.113.${++house}`, device: '' })
    return performance.now() - start
  }
  for (const [address, word] of [[email, 'salah'], ['tidak-ada@contoh.id', 'salah'], [off.email, password], [invited.email, password]] as const) {
    expect(await time(address, word)).toBeGreaterThan(295)
  }
})

describe('sessions', () => {
  const enter = async (email: string, device: string) => {
    const signed = await signIn({ email, password }, { address: `2001:db8:${Math.floor(Math.random() * 60000).toString(16)}::1`, device })
    return (await findViewer(signed.ok ? signed.sessionId : ''))!
  }

  test('are listed in words, this one first, and ended one by one or all others at once', async () => {
    const { email } = await person()
    const [phone, desk, third] = [await enter(email, chrome), await enter(email, firefox), await enter(email, firefox)]
    const list = await listSessions(phone)
    expect(list.map(({ device, isThis }) => [device, isThis])).toEqual([['Chrome, Android', true], ['Firefox, Windows', false], ['Firefox, Windows', false]])
    expect(JSON.stringify(list)).not.toContain(desk.sessionId)
    await endSession(phone, (await listSessions(desk)).find(({ isThis }) => isThis)!.handle)
    expect(await findViewer(desk.sessionId)).toBeNull()
    expect(await endOtherSessions(phone)).toBe(1)
    expect(await findViewer(third.sessionId)).toBeNull()
    expect(await findViewer(phone.sessionId)).not.toBeNull()
  })

  test('of somebody else are not there', async () => {
    const [one, other] = [await makeViewer('author'), await makeViewer('owner')]
    const { handle } = (await listSessions(one))[0]!
    await expect(endSession(other, handle)).rejects.toMatchObject({ code: 'not_found' })
    await expect(endSession(null, handle)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endOtherSessions(null)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await findViewer(one.sessionId)).not.toBeNull()
  })

  test('say when they were last here, to a few minutes', async () => {
    const viewer = await makeViewer('author')
    const at = async () => (await db.session.findUniqueOrThrow({ where: { id: viewer.sessionId } })).lastSeenAt.getTime()
    const soon = new Date((await at()) + 60_000)
    await findViewer(viewer.sessionId, soon)
    expect(await at()).toBeLessThan(soon.getTime())
    const later = new Date((await at()) + 6 * 60_000)
    await findViewer(viewer.sessionId, later)
    expect(await at()).toBe(later.getTime())
  })

  test('on a new device are written down, on a known one not', async () => {
    const { id, email } = await person()
    for (const device of [chrome, chrome, firefox]) await enter(email, device)
    const told = await db.activity.findMany({ where: { userId: id, action: 'account.sign-in' }, orderBy: { id: 'asc' } })
    expect(told.map(({ title }) => title)).toEqual(['Chrome, Android', 'Firefox, Windows'])
  })

  test('end at their time', async () => {
    const viewer = await makeViewer('author')
    await transact((tx) => tx.session.update({ where: { id: viewer.sessionId }, data: { expiresAt: new Date(Date.now() - 1) } }))
    expect(await findViewer(viewer.sessionId)).toBeNull()
  })
})

test.each([
  [chrome, 'Chrome, Android'], [firefox, 'Firefox, Windows'], ['curl/8.5.0', 'curl'], ['', '?'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
  ['Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36', 'Samsung Internet, Android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0', 'Edge, Windows'],
])('a device in words: %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})
