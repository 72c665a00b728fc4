import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { publishPost, withdrawPost } from '@/lib/posts/publishing'
import { publishDue } from '@/lib/posts/publish-due'
import { deleteForever, restorePost, trashPost } from '@/lib/posts/trash'
import { makePost, makeUser, makeViewer } from '@/lib/testing/builders'
import { setActive, setRole } from '@/lib/users/commands'
import { removeUser } from '@/lib/users/remove'
import { listActivity } from './queries'
import { forgetOldActivity, record } from './record'

const didTo = async (subject: string) => (await db.activity.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action, userId, title }) => ({ action, userId, title }))

test('what becomes of a post is written down with who did it and what it was called', async () => {
  const editor = await makeViewer('editor')
  const post = await makePost({ title: 'Garam' })
  let { revision } = post
  for (const step of [publishPost, withdrawPost, trashPost, restorePost, trashPost]) ({ revision } = await step(editor, post.id, revision))
  await deleteForever(editor, post.id)
  const did = await didTo(`post:${post.id}`)
  expect(did.map(({ action }) => action)).toEqual(['post.publish', 'post.withdraw', 'post.trash', 'post.restore', 'post.trash', 'post.delete'])
  expect(did.every(({ userId, title }) => userId === editor.id && title === 'Garam')).toBe(true)
})

test('what comes out by the clock is nobody’s deed', async () => {
  const post = await makePost({ title: 'Subuh', status: 'scheduled', scheduledAt: new Date(Date.now() - 1000) })
  await publishDue()
  expect(await didTo(`post:${post.id}`)).toEqual([{ action: 'post.come-out', userId: null, title: 'Subuh' }])
})

test('what was refused or rolled back was never done', async () => {
  const author = await makeViewer('author')
  const post = await makePost()
  await expect(publishPost(author, post.id, post.revision)).rejects.toMatchObject({ code: 'not_found' })
  await expect(transact(async (tx) => {
    await record(tx, author, 'post.publish', `post:${post.id}`)
    throw new Error('in the way')
  })).rejects.toThrow('in the way')
  expect(await didTo(`post:${post.id}`)).toEqual([])
})

test('roles and removals are told, and stay told when the person is gone', async () => {
  const owner = await makeViewer('owner')
  const { id } = await makeUser({ name: 'Bu Sari' })
  await setRole(owner, id, 'editor')
  await setActive(owner, id, false)
  await removeUser(owner, id)
  expect((await didTo(`user:${id}`)).map(({ action, title }) => [action, title])).toEqual([
    ['account.editor', 'Bu Sari'], ['account.deactivate', 'Bu Sari'], ['account.remove', 'Bu Sari'],
  ])
})

test('is read by editors without what concerns accounts, by owners whole, by nobody else', async () => {
  const [owner, editor] = [await makeViewer('owner'), await makeViewer('editor')]
  await setRole(owner, (await makeUser()).id, 'editor')
  const seen = async (viewer: typeof owner) => (await listActivity(viewer)).list.map(({ action }) => action)
  expect(await seen(owner)).toContain('account.editor')
  expect((await seen(editor)).filter((action) => /^(account|site)\./.test(action))).toEqual([])
  for (const role of ['author', 'contributor'] as const) await expect(listActivity(await makeViewer(role))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listActivity(null)).rejects.toMatchObject({ code: 'forbidden' })
})

test('comes page by page, the latest first, and is forgotten after a year', async () => {
  const owner = await makeViewer('owner')
  await transact(async (tx) => { for (let n = 0; n < 7; n++) await record(tx, owner, 'menu.change', 'settings') })
  const first = await listActivity(owner, { take: 5 })
  const second = await listActivity(owner, { take: 5, before: first.next! })
  const ids = [...first.list, ...second.list].map(({ id }) => id)
  expect(ids).toEqual([...ids].sort((a, b) => b - a))
  expect(new Set(ids).size).toBe(10)
  await forgetOldActivity(new Date(Date.now() + 366 * 86_400_000))
  expect(await db.activity.count()).toBe(0)
})
