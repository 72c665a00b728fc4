import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { makeViewer } from '@/lib/testing/builders'
import { signIn } from '@/lib/signing-in/sign-in'
import { signLink } from '@/lib/signed-links'
import { createUser, operator, setActive, setRole } from './commands'
import { removeUser } from './remove'
import { acceptInvitation, checkInvitation, inviteAgain, invitePerson } from './invite'
import { makeResetLink, resetPassword } from './reset'
import { createOwner } from './setup'

const password = 'hujan reda di sore hari'
const dead = { reason: 'link.invalid' }
const tokenOf = ({ link }: { link: string }) => link.split('/tautan/')[1]!
let serial = 0
const someone = (role: 'author' | 'owner' = 'author') => ({ email: `undangan${++serial}@contoh.id`, name: 'Bu Sari', role })

test('whoever is invited chooses a name and a password, and is in with the role they were given', async () => {
  const owner = await makeViewer('owner')
  const { email, ...rest } = someone()
  const invited = await invitePerson(owner, { email, ...rest })
  expect(await checkInvitation(tokenOf(invited))).toEqual({ name: 'Bu Sari', role: 'author' })
  await acceptInvitation({ token: tokenOf(invited), name: 'Sari Dewi', password })
  expect((await signIn({ email, password }, { address: '203.0.113.5', device: '' })).ok).toBe(true)
  expect(await db.user.findUnique({ where: { id: invited.id } })).toMatchObject({ name: 'Sari Dewi', slug: 'sari-dewi', role: 'author' })
  const did = await db.activity.findMany({ where: { subject: `user:${invited.id}` }, orderBy: { id: 'asc' } })
  expect(did.map(({ action, userId }) => [action, userId])).toEqual([['account.invite', owner.id], ['account.join', invited.id], ['account.sign-in', invited.id]])
})

test('an invitation acts once, and a second link to the same place dies with it', async () => {
  const owner = await makeViewer('owner')
  const first = await invitePerson(owner, someone())
  const second = await inviteAgain(owner, first.id)
  const tries = await Promise.allSettled([first, second, first].map((link) => acceptInvitation({ token: tokenOf(link), name: 'Sari', password })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const link of [first, second]) await expect(checkInvitation(tokenOf(link))).rejects.toMatchObject(dead)
  await expect(inviteAgain(owner, first.id)).rejects.toMatchObject({ code: 'not_found' })
})

test('it dies when the person is removed or deactivated, and gives the role that holds when it is taken', async () => {
  const owner = await makeViewer('owner')
  const [removed, off, demoted] = [await invitePerson(owner, someone()), await invitePerson(owner, someone()), await invitePerson(owner, someone('owner'))]
  await removeUser(owner, removed.id)
  await setActive(owner, off.id, false)
  await setRole(owner, demoted.id, 'contributor')
  for (const link of [removed, off]) await expect(acceptInvitation({ token: tokenOf(link), name: 'Sari', password })).rejects.toMatchObject(dead)
  await acceptInvitation({ token: tokenOf(demoted), name: 'Sari', password })
  expect(await db.user.findUnique({ where: { id: demoted.id } })).toMatchObject({ role: 'contributor' })
})

test('it expires, and opens nothing else, nor does another link open it', async () => {
  const owner = await makeViewer('owner')
  const invited = await invitePerson(owner, someone())
  const token = tokenOf(invited)
  const expired = await signLink({ purpose: 'invite', subject: String(invited.id), expiresAt: new Date(Date.now() - 1000) })
  for (const bad of [expired, `${token.slice(0, -2)}AA`, '', 'bukan.token']) await expect(acceptInvitation({ token: bad, name: 'Sari', password })).rejects.toMatchObject(dead)
  await expect(resetPassword({ token, password })).rejects.toMatchObject(dead)
  await expect(createOwner({ token, name: 'X', email: 'x@contoh.id', password })).rejects.toMatchObject(dead)
  const reset = await makeResetLink(operator, invited.id)
  await expect(acceptInvitation({ token: tokenOf({ link: reset }), name: 'Sari', password })).rejects.toMatchObject(dead)
})

test('somebody invited is no owner yet who could stand in for the last one', async () => {
  const owner = await makeViewer('owner')
  const others = await db.user.findMany({ where: { role: 'owner', id: { not: owner.id } } })
  for (const { id } of others) await setRole(owner, id, 'author')
  await invitePerson(owner, someone('owner'))
  await expect(setRole(owner, owner.id, 'author')).rejects.toMatchObject({ reason: 'user.last-owner' })
  await createUser(operator, { ...someone('owner'), password })
  await setRole(owner, owner.id, 'author')
})

test.each(['editor', 'author', 'contributor', null] as const)('%s invites nobody', async (role) => {
  const viewer = role && (await makeViewer(role))
  const { id } = await invitePerson(await makeViewer('owner'), someone())
  await expect(invitePerson(viewer, someone())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(inviteAgain(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
})

test('the letter reaches the person whole', async () => {
  let heard = ''
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData(stream, _, done) { stream.on('data', (chunk) => { heard += chunk }); stream.on('end', done) } })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as { port: number }
  const { env } = await import('@/lib/env')
  const { mailInvitation } = await import('./mail-invitation')
  const letter = { to: 'sari@contoh.id', name: 'Bu Sari', link: 'http://localhost:3000/tautan/abc', by: 'Ibu Ratna', site: 'Embun', locale: 'id' } as const
  expect(await mailInvitation(letter)).toBe(false)
  const parsed = await import('@/lib/env').then(({ loadEnv }) => loadEnv())
  parsed.SMTP_URL = `smtp://127.0.0.1:${port}`
  expect(env.SMTP_URL).toContain(String(port))
  expect(await mailInvitation(letter)).toBe(true)
  expect(heard).toContain('Undangan menulis di Embun')
  expect(heard).toContain('/tautan/abc')
  await new Promise<void>((resolve) => { server.close(() => resolve()) })
  expect(await mailInvitation(letter)).toBe(false)
})
