import { beforeEach, describe, expect, test } from 'vitest'
import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makeDaysOfViews, makePost, makeViews } from '@/lib/testing/builders'
import { recordView } from './commands'
import { forgetRankings, mostRead } from './ranking'
import { checkWindows, fadeDays, moveWindows, rankNewReads, rebuildWindows } from './windows'
import { processWide } from '@/lib/process-wide'

const noon = new Date('2026-11-23T05:00:00Z')
const today = dayInZone(noon, 'Asia/Jakarta')
const daysLater = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const agent = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
/** A reader, so many days after `noon`. */
const read = (post: number, day: number, last = 1) =>
  recordView(JSON.stringify({ post }), { address: `10.0.${day}.${last}`, agent, language: 'id', fetchSite: 'same-origin', origin: '', purpose: '', hasSession: false }, 'http://localhost', daysLater(day).getTime())
const reads = async (postId: number) => {
  const { week, month, year, total } = await db.postReads.findUniqueOrThrow({ where: { postId } })
  return [week, month, year, total]
}

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.setting.deleteMany({ where: { key: 'views.rankedDay' } })
    await tx.post.deleteMany({})
  })
  processWide<{ day?: number }>('ranked day', () => ({})).day = undefined
  forgetRankings()
})

describe('the windows of the ranking', () => {
  test('hold a day as long as they are wide, and no longer', async () => {
    const { id } = await makePost({ published: true })
    await moveWindows(noon)
    await makeViews(id, today, 5)
    expect(await reads(id)).toEqual([5, 5, 5, 5])
    await moveWindows(daysLater(6))
    expect(await reads(id)).toEqual([5, 5, 5, 5])
    await moveWindows(daysLater(7))
    expect(await reads(id)).toEqual([0, 5, 5, 5])
    for (const [days, expected] of [[12, [0, 5, 5, 5]], [29, [0, 5, 5, 5]], [30, [0, 0, 5, 5]], [364, [0, 0, 5, 5]], [365, [0, 0, 0, 5]]] as const) {
      await moveWindows(daysLater(days))
      expect([days, ...(await reads(id))]).toEqual([days, ...expected])
    }
    expect(await checkWindows(daysLater(365))).toEqual([])
  })

  test('agree with the daily rows after many days of reading, moved day by day or added up anew', async () => {
    const posts = await Promise.all(Array.from({ length: 12 }, () => makePost({ published: true })))
    for (const [i, { id }] of posts.entries()) {
      const days = Array.from({ length: Math.ceil(400 / (7 + i)) }, (_, n) => n * (7 + i))
      await makeDaysOfViews(id, days.map((back) => ({ day: today - back, views: (i * 31 + back) % 13 })))
    }
    await rebuildWindows(noon)
    for (let day = 0; day < 12; day++) {
      await moveWindows(daysLater(day))
      await Promise.all(posts.slice(day % 5).map(({ id }) => read(id, day)))
      expect(await checkWindows(daysLater(day))).toEqual([])
      // Some evenings nobody has ranked what was read when the day moves on.
      if (day % 3) await rankNewReads()
      expect(await checkWindows(daysLater(day))).toEqual([])
    }
    await rankNewReads()
    expect(await db.unrankedReads.count()).toBe(0)
    const moved = await Promise.all(posts.map(({ id }) => reads(id)))
    await rebuildWindows(daysLater(11))
    expect(await Promise.all(posts.map(({ id }) => reads(id)))).toEqual(moved)
  })

  test('are moved once by two at the same midnight, and not back by a clock that was set back', async () => {
    const { id } = await makePost({ published: true })
    await moveWindows(noon)
    await makeViews(id, today, 5)
    await Promise.all([moveWindows(daysLater(7)), moveWindows(daysLater(7))])
    expect(await reads(id)).toEqual([0, 5, 5, 5])
    await moveWindows(daysLater(2))
    expect(await reads(id)).toEqual([0, 5, 5, 5])
  })

  test('take in who came since, while others come, in more pieces than one', async () => {
    const posts = await Promise.all(Array.from({ length: 130 }, () => makePost({ published: true })))
    await moveWindows(noon)
    const [first, second] = [posts.map(({ id }) => read(id, 0)), posts.map(({ id }) => read(id, 0, 2))]
    await Promise.all(first)
    await Promise.all([rankNewReads(), rankNewReads(), ...second])
    await rankNewReads()
    expect(await reads(posts[129]!.id)).toEqual([2, 2, 2, 2])
    expect(await db.unrankedReads.count()).toBe(0)
    expect(await checkWindows(noon)).toEqual([])
  })

  test('are made anew with who has not been ranked, once', async () => {
    const { id } = await makePost({ published: true })
    await moveWindows(noon)
    await read(id, 0)
    await rebuildWindows(noon)
    await rankNewReads()
    expect(await reads(id)).toEqual([1, 1, 1, 1])
  })

  test('are found wrong when something else has written to them', async () => {
    const { id } = await makePost({ published: true })
    await makeViews(id, today, 5)
    await rebuildWindows(noon)
    await transact((tx) => tx.postReads.update({ where: { postId: id }, data: { month: 6 } }))
    expect(await checkWindows(noon)).toEqual([{ postId: id, window: 'month', kept: 6, real: 5 }])
    await transact((tx) => tx.postReads.deleteMany({ where: { postId: id } }))
    expect((await checkWindows(noon)).map(({ window, kept }) => [window, kept])).toEqual([['week', 0], ['month', 0], ['year', 0], ['total', 0]])
  })
})

test('starting figures count in full on their day, fade evenly, and are gone after 90 days', async () => {
  const [old, fresh] = await Promise.all([makePost({ published: true }), makePost({ published: true })])
  await transact((tx) => tx.startingViews.create({ data: { postId: old.id, day: today, views: 900 } }))
  await makeViews(fresh.id, today, 500)
  await rebuildWindows(noon)
  expect(await reads(old.id)).toEqual([900, 900, 900, 900])
  expect(await mostRead('all', noon.getTime())).toEqual([old.id, fresh.id])
  let before = 900
  for (let day = 1; day <= fadeDays + 2; day++) {
    await moveWindows(daysLater(day))
    const [week] = await reads(old.id)
    expect(week).toBe(Math.max(0, 900 - 10 * day))
    expect(week).toBeLessThanOrEqual(before)
    before = week!
  }
  expect(await checkWindows(daysLater(fadeDays + 2))).toEqual([])
  expect(await mostRead('all', daysLater(fadeDays + 2).getTime())).toEqual([fresh.id])
})
