import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { pageCache } from '@/lib/page-cache/purge'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePage, makePost } from '@/lib/testing/builders'
import { showNewAmins } from './changed'
import { forgetOldAmins, sayAmin } from './commands'
import { listCommentAmins, sumAmins } from './queries'
import { aminInput } from './schema'

const siteUrl = 'http://localhost:3000'
const phone = {
  address: '203.0.113.7', agent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', language: 'id-ID',
  fetchSite: 'same-origin', origin: siteUrl, purpose: '', hasSession: false,
}
const day = 86_400_000
const say = (fields: object, facts: Partial<typeof phone> = {}, now = Date.now()) => sayAmin(aminInput.parse(fields), { ...phone, ...facts }, siteUrl, now)
let post: number

beforeEach(async () => {
  post = (await makePost({ published: true })).id
  await transact(async (tx) => {
    await putSetting(tx, 'amin', true)
    await putSetting(tx, 'similarDevices', 3)
    await putSetting(tx, 'viewsPerMinute', 600)
  })
})

describe('an amin', () => {
  test('counts once for a reader and day, by form or by script', async () => {
    expect(await say({ post: String(post) })).toMatchObject({ result: 'counted', count: 1 })
    expect(await say({ post: String(post) })).toMatchObject({ result: 'duplicate', count: 1 })
    expect(await say({ post, first: false })).toMatchObject({ result: 'duplicate', count: 1 })
    expect(await say({ post }, { address: '203.0.113.8' })).toMatchObject({ result: 'counted', count: 2 })
    expect(await say({ post }, {}, Date.now() + day)).toMatchObject({ result: 'counted', count: 3 })
    expect(await sumAmins({ kind: 'post', id: post })).toBe(3)
  })

  test('of phones that look alike counts as far as they say that they are others, to a limit', async () => {
    const results = []
    for (let i = 0; i < 5; i++) results.push((await say({ post, first: true })).result)
    expect(results).toEqual(['counted', 'similar', 'similar', 'duplicate', 'duplicate'])
  })

  test('pressed many times at once counts once', async () => {
    const said = await Promise.all(Array.from({ length: 10 }, () => say({ post })))
    expect(said.filter(({ result }) => result === 'counted')).toHaveLength(1)
    expect(await sumAmins({ kind: 'post', id: post })).toBe(1)
  })

  test.each([
    ['another site', { fetchSite: 'cross-site' }, {}, 'cross-site'],
    ['another site’s old browser', { fetchSite: '', origin: 'https://elsewhere.example' }, {}, 'cross-site'],
    ['a robot', { agent: 'Googlebot/2.1' }, {}, 'bot'],
    ['nobody’s browser', { agent: '' }, {}, 'bot'],
    ['somebody signed in', { hasSession: true }, {}, 'staff'],
    ['a device that has signed in', {}, { staff: true }, 'staff'],
    ['a page that is only prepared', { purpose: 'prefetch' }, {}, 'prefetch'],
  ])('from %s changes no number', async (_, facts, more, result) => {
    expect(await say({ post, ...more }, facts)).toMatchObject({ result, count: 0 })
    expect(await db.seenAmin.count({ where: { target: `p${post}` } })).toBe(0)
  })

  test('from one address comes as often a minute as the owner allows', async () => {
    await transact((tx) => putSetting(tx, 'viewsPerMinute', 10))
    const now = Date.now() + 10 * day
    const said = []
    for (let i = 0; i < 14; i++) said.push((await say({ post }, { address: '198.51.100.1', agent: `${phone.agent} ${i}` }, now)).result)
    expect(said.filter((result) => result === 'counted')).toHaveLength(10)
    expect(said.at(-1)).toBe('too-many')
  })

  test('is said to comments too, each for itself', async () => {
    const [one, other] = [await makeComment({ postId: post }), await makeComment({ postId: post, externalId: `x${post}` })]
    expect(await say({ comment: one.id })).toMatchObject({ result: 'counted', place: { comment: String(one.id) } })
    expect(await say({ comment: other.id })).toMatchObject({ result: 'counted', place: { comment: `x${post}` } })
    expect(await say({ comment: one.id })).toMatchObject({ result: 'duplicate', count: 1 })
    expect(await listCommentAmins(post)).toEqual(new Map([[one.id, 1], [other.id, 1]]))
  })

  test('is said to nothing that readers do not see', async () => {
    const hidden = [
      { post: (await makePost()).id }, { post: (await makePage()).id }, { post: 999_999 }, { comment: 999_999 },
      { comment: (await makeComment({ postId: post, status: 'held' })).id },
      { comment: (await makeComment({ postId: (await makePost()).id })).id },
    ]
    for (const target of hidden) expect(await say(target)).toEqual({ result: 'unknown', count: 0, place: null })
    await transact((tx) => putSetting(tx, 'amin', false))
    expect(await say({ post })).toMatchObject({ result: 'unknown' })
  })

  test.each([{}, { post: 'x' }, { post: 0 }, { post: 1.5 }, { post: 1, comment: 2 }, null])('is nothing at all: %j', (fields) => {
    expect(aminInput.safeParse(fields).success).toBe(false)
  })
})

test('pages are made anew once a minute for all amins since, and only theirs', async () => {
  await showNewAmins()
  const purged = vi.spyOn(pageCache, 'purge')
  await say({ post })
  await say({ post }, { address: '203.0.113.77' })
  await say({ post }, { agent: 'Googlebot/2.1' })
  expect(purged).not.toHaveBeenCalled()
  await showNewAmins()
  expect(purged).toHaveBeenCalledExactlyOnceWith([`amin:${post}`])
  await showNewAmins()
  expect(purged).toHaveBeenCalledOnce()
})

test('who said it is forgotten with the day’s salt, how many did stays', async () => {
  await say({ post })
  await forgetOldAmins(new Date(Date.now() + day))
  expect(await db.seenAmin.count({ where: { target: `p${post}` } })).toBe(1)
  await forgetOldAmins(new Date(Date.now() + 2 * day))
  expect(await db.seenAmin.count({ where: { target: `p${post}` } })).toBe(0)
  expect(await sumAmins({ kind: 'post', id: post })).toBe(1)
})
