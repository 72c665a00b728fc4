import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { listPopularPosts } from '@/lib/views/queries'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { operator } from '@/lib/users/commands'
import { clearSample, listTouchedSample } from './clear'
import { loadSample } from './load'

beforeAll(() => loadSample())

test('the seed article stands at its address, and the three that its list names are the most read', async () => {
  const seed = await db.post.findFirstOrThrow({ where: { pathKey: '/2025/03/jebakan-media-sosial.html' } })
  expect(seed).toMatchObject({ title: 'JEBAKAN MEDIA SOSIAL', natsRef: 'Amsal 10:9', status: 'published' })
  expect(seed.body).toContain('DUNIA MAYA SANGAT WOW')
  const ids = (await listPopularPosts({ except: seed.id, take: 3, window: 'year' })).map(({ id }) => id)
  const titles = await Promise.all(ids.map(async (id) => (await db.post.findUniqueOrThrow({ where: { id } })).title))
  expect(titles).toEqual(['OMBAK DAN SELANCAR', 'BERPIKIR KRITIS', 'MELADENI PERBANTAHAN?'])
})

test('there is enough of it: posts, drafts, one planned, pages, labels on at least two posts', async () => {
  const count = (where: object) => db.post.count({ where: { kind: 'post', ...where } })
  expect(await count({ status: 'published' })).toBeGreaterThanOrEqual(24)
  expect(await count({ status: 'draft' })).toBe(3)
  expect(await count({ status: 'scheduled' })).toBe(1)
  expect(await db.post.count({ where: { kind: 'page', status: 'published' } })).toBe(2)
  const labels = await db.label.findMany({ select: { name: true, _count: { select: { posts: true } } } })
  expect(labels.filter(({ _count }) => _count.posts < 2)).toEqual([])
})

test('sample people cannot sign in', async () => {
  expect(await db.user.count({ where: { isSample: true, OR: [{ email: { not: null } }, { passwordHash: { not: null } }] } })).toBe(0)
})

test('clearing names what people touched, removes all of it and nothing else, and it can be loaded again', async () => {
  const [first, second] = await db.post.findMany({ where: { isSample: true, status: 'published', kind: 'post' }, take: 2, include: { labels: true } })
  await transact((tx) => tx.comment.create({ data: { postId: first!.id, name: 'Pembaca', body: 'Sungguh?' } }))
  await transact((tx) => tx.post.update({ where: { id: second!.id }, data: { revision: 2 } }))
  expect((await listTouchedSample()).map(({ id }) => id).sort((a, b) => a - b)).toEqual([first!.id, second!.id].sort((a, b) => a - b))

  const mine = await makePost({ published: true, authorId: first!.authorId })
  await transact((tx) => tx.postLabel.create({ data: { postId: mine.id, labelId: first!.labels[0]!.labelId } }))
  for (const role of ['editor', 'author', 'contributor'] as const) {
    await expect(clearSample(await makeViewer(role))).rejects.toMatchObject({ code: 'forbidden' })
  }
  await clearSample(operator)

  expect(await db.post.findMany({ select: { id: true } })).toEqual([{ id: mine.id }])
  expect(await db.label.count()).toBe(1)
  expect(await db.user.findUniqueOrThrow({ where: { id: first!.authorId } })).toMatchObject({ isSample: false })
  expect(await db.comment.count()).toBe(0)
  expect(await db.viewCount.count()).toBe(0)
  await loadSample()
  expect(await db.post.count({ where: { isSample: true } })).toBeGreaterThan(25)
})
