import { describe, expect, test } from 'vitest'
import { listActivity } from '@/lib/activity/queries'
import { forgetOldActivity, record } from '@/lib/activity/record'
import { findViewer } from '@/lib/auth'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeUser, makeViewer } from '@/lib/testing/builders'
import { changePassword, createUser, operator, setActive, setRole, updateProfile } from './commands'
import { listPeople } from './queries'
import { forgetRemovedPeople, removeUser } from './remove'
import { makeResetLink, findResetLink, resetPassword } from './reset'
import { createOwner, ownerSetupLink } from './setup'
import { signIn as enter, type From } from '@/lib/signing-in/sign-in'

const password = 'hujan reda di sore hari'
const from = { address: '203.0.113.7', device: 'Chrome' }
const signIn = (email: string, password: string, from: From) => enter({ email, password }, from)
const tokenOf = (link: string) => link.split('/tautan/')[1]!
const newUser = (email: string, role: 'owner' | 'author' = 'author') => createUser(operator, { email, name: 'Ratih', role, password })

describe('the first owner', () => {
  test('is one, however many press at once, and then the link is dead', async () => {
    const token = tokenOf((await ownerSetupLink())!)
    const other = tokenOf((await ownerSetupLink())!)
    const tries = await Promise.allSettled(
      [token, other, token, other].map((token, i) => createOwner({ token, name: 'Ratih', email: `pemilik${i}@contoh.id`, password })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.user.count({ where: { role: 'owner' } })).toBe(1)
    expect(await ownerSetupLink()).toBeNull()
    await expect(createOwner({ token: other, name: 'X', email: 'x@contoh.id', password })).rejects.toMatchObject({ reason: 'link.invalid' })
  })
})

describe('signing in', () => {
  test('opens a session; wrong words, an unknown address and a deactivated person are alike', async () => {
    const { id } = await newUser('masuk@contoh.id')
    const result = await signIn(' Masuk@Contoh.id ', password, from)
    expect(result.ok).toBe(true)
    expect(await findViewer(result.ok ? result.sessionId : '')).toMatchObject({ id, role: 'author' })
    const wrong = { ok: false, reason: 'wrong' }
    expect(await signIn('masuk@contoh.id', 'salah', from)).toEqual(wrong)
    expect(await signIn('tidak-ada@contoh.id', password, from)).toEqual(wrong)
    await setActive(await makeViewer('owner'), id, false)
    expect(await signIn('masuk@contoh.id', password, from)).toEqual(wrong)
    expect(await findViewer(result.ok ? result.sessionId : '')).toBeNull()
  })

  test('takes as long for an address that does not exist', async () => {
    await newUser('waktu@contoh.id')
    const time = async (email: string) => {
      const start = performance.now()
      await signIn(email, 'salah sama sekali', { ...from, address: `198.51.100.${Math.random()}` })
      return performance.now() - start
    }
    await time('pemanasan@contoh.id')
    // The quickest of five, taken in turns: a busy machine slows down both.
    let [known, unknown] = [Infinity, Infinity]
    for (let i = 0; i < 5; i++) {
      known = Math.min(known, await time('waktu@contoh.id'))
      unknown = Math.min(unknown, await time(`tidak-ada-${i}@contoh.id`))
    }
    expect(unknown).toBeGreaterThan(known * 0.5)
  })

  test('is slowed after many failures from one place, which does not lock the owner out at home', async () => {
    await newUser('sasaran@contoh.id')
    const attacker = { address: '192.0.2.66', device: '' }
    for (let i = 0; i < 8; i++) await signIn('sasaran@contoh.id', `tebakan ${i}`, attacker)
    expect(await signIn('sasaran@contoh.id', password, attacker)).toEqual({ ok: false, reason: 'too_many' })
    expect((await signIn('sasaran@contoh.id', password, from)).ok).toBe(true)
  })

  test('is closed to sample people', async () => {
    await makeUser({ email: null, isSample: true })
    expect((await signIn('', '', from)).ok).toBe(false)
  })
})

test('a changed password ends the other sessions and kills the reset links', async () => {
  const { id } = await newUser('ganti@contoh.id')
  const [here, there] = [await signIn('ganti@contoh.id', password, from), await signIn('ganti@contoh.id', password, from)]
  const link = await makeResetLink(operator, id)
  const viewer = await findViewer(here.ok ? here.sessionId : '')
  await expect(changePassword(viewer, { current: 'bukan', password: 'kata sandi baru saya' })).rejects.toMatchObject({ reason: 'password.wrong' })
  await changePassword(viewer, { current: password, password: 'kata sandi baru saya' })
  expect(await findViewer(here.ok ? here.sessionId : '')).not.toBeNull()
  expect(await findViewer(there.ok ? there.sessionId : '')).toBeNull()
  await expect(resetPassword({ token: tokenOf(link), password })).rejects.toMatchObject({ reason: 'link.invalid' })
})

test('a reset link acts once and ends every session', async () => {
  await newUser('lupa@contoh.id')
  const before = await signIn('lupa@contoh.id', password, from)
  const found = await findResetLink('lupa@contoh.id')
  const token = tokenOf(found!.link)
  const both = await Promise.allSettled([1, 2].map((n) => resetPassword({ token, password: `kata sandi nomor ${n}` })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await findViewer(before.ok ? before.sessionId : '')).toBeNull()
  expect(await findResetLink('tidak-ada@contoh.id')).toBeNull()
})

test('a link for one purpose opens no other', async () => {
  const { id } = await newUser('tujuan@contoh.id')
  const token = tokenOf(await makeResetLink(operator, id))
  await expect(createOwner({ token, name: 'X', email: 'x2@contoh.id', password })).rejects.toMatchObject({ reason: 'link.invalid' })
  await expect(resetPassword({ token: `${token.slice(0, -2)}AA`, password })).rejects.toMatchObject({ reason: 'link.invalid' })
})

describe('the last owner', () => {
  test('cannot go, and two cannot remove each other at once', async () => {
    await transact((tx) => tx.user.updateMany({ where: { role: 'owner' }, data: { role: 'author' } }))
    const [one, other] = [await makeViewer('owner'), await makeViewer('owner')]
    const both = await Promise.allSettled([removeUser(one, other.id), removeUser(other, one.id)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = (await db.user.findFirstOrThrow({ where: { role: 'owner' } })).id === one.id ? one : other
    await expect(setRole(left, left.id, 'author')).rejects.toMatchObject({ reason: 'user.last-owner' })
    await expect(setActive(left, left.id, false)).rejects.toMatchObject({ reason: 'user.last-owner' })
    await expect(removeUser(left, left.id)).rejects.toMatchObject({ reason: 'user.last-owner' })
  })
})

describe('a removed person', () => {
  test('leaves their name on their posts, or their posts to somebody', async () => {
    const owner = await makeViewer('owner')
    const [stays, goes, heir] = [await makeUser({ name: 'Tinggal' }), await makeUser(), await makeUser()]
    const kept = await makePost({ authorId: stays.id, published: true })
    const given = await makePost({ authorId: goes.id, published: true })
    await removeUser(owner, stays.id)
    await removeUser(owner, goes.id, { postsTo: heir.id })
    expect(await db.user.findUnique({ where: { id: stays.id } })).toMatchObject({ name: 'Tinggal', state: 'removed', email: null })
    expect(await db.user.findUnique({ where: { id: goes.id } })).toBeNull()
    expect((await db.post.findUniqueOrThrow({ where: { id: kept.id } })).authorId).toBe(stays.id)
    expect((await db.post.findUniqueOrThrow({ where: { id: given.id } })).authorId).toBe(heir.id)
  })
})

test('what a removed person did stays told under their name for a year, and then the name goes too', async () => {
  const owner = await makeViewer('owner')
  const editor = await makeViewer('editor', { name: 'Pak Pergi' })
  await transact((tx) => record(tx, editor, 'menu.change', 'settings'))
  await removeUser(owner, editor.id)
  expect((await listActivity(owner)).list.find(({ action }) => action === 'menu.change')?.who).toBe('Pak Pergi')
  expect((await listPeople(owner)).map(({ id }) => id)).not.toContain(editor.id)
  expect(await db.user.findUnique({ where: { id: editor.id } })).toMatchObject({ state: 'removed', email: null, passwordHash: null })
  await forgetRemovedPeople()
  expect(await db.user.findUnique({ where: { id: editor.id } })).not.toBeNull()
  await forgetOldActivity(new Date(Date.now() + 366 * 86_400_000))
  await forgetRemovedPeople()
  expect(await db.user.findUnique({ where: { id: editor.id } })).toBeNull()
})

test.each(['editor', 'author', 'contributor'] as const)('%s manages nobody', async (role) => {
  const viewer = await makeViewer(role)
  const { id } = await makeUser()
  const refused = { code: 'forbidden' }
  await expect(createUser(viewer, { email: 'baru@contoh.id', name: 'Baru', role: 'owner' })).rejects.toMatchObject(refused)
  await expect(setRole(viewer, viewer.id, 'owner')).rejects.toMatchObject(refused)
  await expect(setActive(viewer, id, false)).rejects.toMatchObject(refused)
  await expect(removeUser(viewer, id)).rejects.toMatchObject(refused)
  await expect(makeResetLink(viewer, id)).rejects.toMatchObject(refused)
})

test('signed out, nobody does anything', async () => {
  await expect(createUser(null, { email: 'baru@contoh.id', name: 'Baru', role: 'owner' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changePassword(null, { current: '', password })).rejects.toMatchObject({ code: 'forbidden' })
})

test('one’s own e-mail address changes by the password once the sign-in is not fresh; the rest of the profile as before', async () => {
  const { id } = await newUser('alamat@contoh.id')
  const signed = await signIn('alamat@contoh.id', password, from)
  const viewer = (await findViewer(signed.ok ? signed.sessionId : ''))!
  await transact((tx) => tx.session.update({ where: { id: viewer.sessionId }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } }))
  const mine = { name: 'Ratih', bio: 'Menulis pagi.', locale: 'id' as const, pictureId: null }
  await updateProfile(viewer, id, { ...mine, email: 'alamat@contoh.id', current: '' })
  await expect(updateProfile(viewer, id, { ...mine, email: 'pencuri@contoh.id', current: '' })).rejects.toMatchObject({ reason: 'password.confirm' })
  await updateProfile(viewer, id, { ...mine, email: 'baru.saya@contoh.id', current: password })
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: 'baru.saya@contoh.id', bio: 'Menulis pagi.' })
  await expect(updateProfile(await makeViewer('editor'), id, { ...mine, email: 'x@contoh.id', current: '' })).rejects.toMatchObject({ code: 'forbidden' })
})
