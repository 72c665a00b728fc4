import { beforeEach, describe, expect, test } from 'vitest'
import { dayInZone } from '@/lib/clock'
import { db, engine } from '@/lib/db/client'
import { makePost, makeViews } from '@/lib/testing/builders'
import { listenToStatements, sqliteSteps, statementsOf } from '@/lib/testing/query-plans'
import { forgetOldViews, recordView } from './commands'
import { figuresOf } from './figures'
import { listPopularPosts } from './queries'
import { forgetRankings } from './ranking'
import { network, readerHash } from './reader-hash'
import type { HitFacts } from './schema'

listenToStatements()
const site = 'https://teduh.example'
const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const facts = (more: Partial<HitFacts> = {}): HitFacts => ({
  address: '203.0.113.7', agent: phone, language: 'id', fetchSite: 'same-origin', origin: '', purpose: '', hasSession: false, ...more,
})
const hit = (post: number, more?: Partial<HitFacts>, now?: Date) => recordView(JSON.stringify({ post }), facts(more), site, now?.getTime())

let post: number
beforeEach(async () => {
  post = (await makePost({ published: true })).id
  forgetRankings()
})
const counted = async () => (await db.viewCount.aggregate({ where: { postId: post }, _sum: { views: true } }))._sum.views ?? 0

describe('a view', () => {
  test('is counted once per reader, post and day', async () => {
    expect(await hit(post)).toBe('counted')
    expect(await hit(post)).toBe('duplicate')
    expect(await hit(post, { address: '203.0.113.8' })).toBe('counted')
    expect(await hit(post, {}, new Date(Date.now() + 86_400_000))).toBe('counted')
    expect(await counted()).toBe(3)
  })

  // On SQLite a statement that is known is not heard again.
  test.runIf(engine === 'postgresql')('asks for the settings together with all that come in the same moment', async () => {
    const later = new Date(Date.now() + 5000)
    const asked = await statementsOf(() => Promise.all(Array.from({ length: 100 }, (_, i) => hit(post, { address: `10.1.1.${i}` }, later))))
    expect(asked.filter((sql) => sql.includes('"Setting"'))).toHaveLength(1)
    expect(await counted()).toBe(100)
  })

  test.runIf(engine === 'sqlite')('is looked up by its own post and device, however many there are', async () => {
    await hit(post)
    const steps = (await Promise.all((await statementsOf(() => hit(post, { address: '203.0.113.9' }))).map(sqliteSteps))).flat()
    expect(steps).toContain('SEARCH p USING INTEGER PRIMARY KEY (rowid=?)')
    expect(steps.filter((step) => step.startsWith('SEARCH s '))).toEqual([expect.stringContaining('(day=? AND postId=? AND hash=?)')])
  })

  test('belongs to the day in the blog’s zone', async () => {
    await hit(post, {}, new Date('2026-03-01T16:59:00Z'))
    await hit(post, {}, new Date('2026-03-01T17:01:00Z'))
    expect(await counted()).toBe(2)
  })

  test('of one reader, fifty times at once, is one; of fifty readers it is fifty', async () => {
    await Promise.all(Array.from({ length: 50 }, () => hit(post)))
    expect(await counted()).toBe(1)
    await Promise.all(Array.from({ length: 50 }, (_, i) => hit(post, { address: `198.51.100.${i}` })))
    expect(await counted()).toBe(51)
  })

  test.each([
    ['from another site', { fetchSite: 'cross-site' }, 'cross-site'],
    ['from a sibling of this site', { fetchSite: 'same-site' }, 'cross-site'],
    ['from an old browser on another site', { fetchSite: '', origin: 'https://elsewhere.example' }, 'cross-site'],
    ['prepared and not seen', { purpose: 'prefetch;prerender' }, 'prefetch'],
    ['by a crawler', { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, 'bot'],
    ['by a link preview', { agent: 'WhatsApp/2.23.20.0' }, 'bot'],
    ['by nobody in particular', { agent: '' }, 'bot'],
    ['by somebody signed in', { hasSession: true }, 'staff'],
  ] as const)('%s is not counted', async (_, more, reason) => {
    expect(await hit(post, more)).toBe(reason)
    expect(await counted()).toBe(0)
  })

  test('from an old browser on this site is counted', async () => {
    expect(await hit(post, { fetchSite: '', origin: site })).toBe('counted')
  })

  test('of a draft, of nothing and of nonsense is not counted', async () => {
    const draft = await makePost()
    expect(await hit(draft.id)).toBe('unknown-post')
    expect(await hit(999_999)).toBe('unknown-post')
    for (const body of ['', '{', '[]', '{"post":"1"}', '{"post":-1}', '{"post":1.5}', 'null']) {
      expect(await recordView(body, facts(), site)).toBe('malformed')
    }
  })

  test('received is counted plus discarded', async () => {
    const day = dayInZone(new Date(), 'Asia/Jakarta')
    const before = await figuresOf(day, day)
    await Promise.all([hit(post), hit(post), hit(post, { agent: 'curl/8' }), hit(424_242), recordView('?', facts(), site)])
    const after = await figuresOf(day, day)
    const total = (figures: typeof after) => figures.counted + Object.values(figures.discarded).reduce((a, b) => a + b, 0)
    expect(total(after) - total(before)).toBe(5)
  })
})

test('salts and hashes go after a day, counts stay', async () => {
  const old = new Date(Date.now() - 3 * 86_400_000)
  await hit(post, {}, old)
  await forgetOldViews()
  expect(await db.seenView.count({ where: { postId: post } })).toBe(0)
  expect(await db.dailySalt.count({ where: { day: dayInZone(old, 'Asia/Jakarta') } })).toBe(0)
  expect(await counted()).toBe(1)
})

test('the same reader has another hash the next day', async () => {
  expect(await readerHash(100, facts())).not.toBe(await readerHash(101, facts()))
})

test('an IPv6 reader is known by the /64', () => {
  expect(network('2001:db8:1:2:aaaa::1')).toBe(network('2001:0db8:0001:0002:bbbb:cccc:dddd:eeee'))
  expect(network('2001:db8:1:3::1')).not.toBe(network('2001:db8:1:2::1'))
  expect(network('::ffff:203.0.113.7')).toBe('203.0.113.7')
})

describe('the most read posts', () => {
  test('are ranked within the window; ties go to the newer; the post itself and drafts are left out', async () => {
    const today = dayInZone(new Date(), 'Asia/Jakarta')
    const at = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    const [old, tieOlder, tieNewer, draft] = await Promise.all([
      makePost({ published: at(900) }), makePost({ published: at(50) }), makePost({ published: at(40) }), makePost(),
    ])
    await makeViews(old.id, today - 20, 900_000)
    await makeViews(tieOlder.id, today, 500_000)
    await makeViews(tieNewer.id, today - 6, 500_000)
    await makeViews(draft.id, today, 990_000)
    const ids = async (window: 'week' | 'month' | 'all', except?: number) =>
      (await listPopularPosts({ window, take: 3, except })).map(({ id }) => id)
    expect((await ids('week')).slice(0, 2)).toEqual([tieNewer.id, tieOlder.id])
    expect(await ids('month')).toEqual([old.id, tieNewer.id, tieOlder.id])
    expect((await ids('all', tieNewer.id)).slice(0, 2)).toEqual([old.id, tieOlder.id])
  })

  test('readers per day has every day', async () => {
    const days = (await figuresOf(20_000, 20_002)).perDay
    expect(days.map(({ day }) => day)).toEqual([20_000, 20_001, 20_002])
  })
})
