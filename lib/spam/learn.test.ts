import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makeComment, makePost } from '@/lib/testing/builders'
import { judgeComment } from './judge'
import { learn, unlearn, type Lesson } from './learn'

const teach = (id: number, lesson: Lesson) => transact((tx) => learn(tx, { id }, lesson))
const tokens = () => db.spamToken.findMany({ orderBy: { token: 'asc' } })
let postId: number

beforeEach(async () => {
  await transact((tx) => tx.spamToken.deleteMany({}))
  postId = (await makePost({ published: true })).id
})

test('the filter learns from a decision, and a changed mind is unlearnt', async () => {
  const { id } = await makeComment({ postId, name: 'Adi', body: 'Kunjungi warung kelontong wibawa' })
  await teach(id, 'spam')
  const taught = await tokens()
  expect(taught.find(({ token }) => token === '')).toMatchObject({ spam: 1, ham: 0 })
  await teach(id, 'spam')
  expect(await tokens()).toEqual(taught)
  await teach(id, 'ham')
  expect(await tokens()).toEqual(taught.map(({ token }) => ({ token, spam: 0, ham: 1 })))
  expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ lesson: 'ham' })
  await transact((tx) => unlearn(tx, { id }))
  expect(await tokens()).toEqual([])
  expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ lesson: null })
})

test('what two comments taught stays when one is unlearnt', async () => {
  const [one, two] = [await makeComment({ postId, body: 'sama saja' }), await makeComment({ postId, body: 'sama saja' })]
  await teach(one.id, 'ham')
  const taught = await tokens()
  await teach(two.id, 'ham')
  await transact((tx) => unlearn(tx, { id: two.id }))
  expect(await tokens()).toEqual(taught)
})

test('nobody can read what somebody wrote from what was learnt', async () => {
  const { id } = await makeComment({ postId, body: 'rahasiaku sendiri' })
  await teach(id, 'ham')
  expect(JSON.stringify(await tokens())).not.toContain('rahasiaku')
})

test('decisions turn the filter’s mind', async () => {
  const text = 'Warung wibawa kelontong komplet, mampir ya semua'
  const judge = async () => (await judgeComment({ name: 'Adi', text })).decision
  for (let i = 0; i < 4; i++) await teach((await makeComment({ postId, name: 'Adi', body: text })).id, 'spam')
  expect(await judge()).not.toBe('publish')
  for (const { id } of await db.comment.findMany({ where: { lesson: 'spam' } })) await teach(id, 'ham')
  expect(await judge()).toBe('publish')
})

test('lessons taught at the same moment all count', async () => {
  const comments = await Promise.all(Array.from({ length: 6 }, () => makeComment({ postId, body: 'satu dua tiga' })))
  await Promise.all(comments.map(({ id }, i) => teach(id, i % 2 ? 'spam' : 'ham')))
  expect((await tokens()).every(({ spam, ham }) => spam === 3 && ham === 3)).toBe(true)
})
