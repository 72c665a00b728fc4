import { beforeAll, expect, test } from 'vitest'
import { dayFromParts } from '@/lib/clock'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { figuresSeenBy } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { dailyRows, figuresOf, mostReadIn, type DailyRow } from './figures'
import { readRange } from './range'

const now = new Date('2026-11-24T05:00:00Z')
const today = dayFromParts(2026, 11, 24)
let owner: NonNullable<Viewer>, author: NonNullable<Viewer>
let mine: number, others: number

beforeAll(async () => {
  owner = await makeViewer('owner')
  author = await makeViewer('author')
  mine = (await makePost({ published: true, authorId: author.id })).id
  others = (await makePost({ published: true })).id
  await transact(async (tx) => {
    for (let back = 0; back < 400; back++) {
      for (const [postId, every] of [[mine, 1], [others, 3]] as const) {
        if (back % every) continue
        const views = (back * 7) % 23
        await tx.viewCount.create({ data: { postId, day: today - back, views, phone: Math.floor(views / 2), similar: Math.floor(views / 5), noScript: Math.floor(views / 9) } })
        await tx.viewSource.create({ data: { postId, day: today - back, source: back % 2 ? 'whatsapp' : 'direct', views } })
        await tx.discardedHits.create({ data: { postId, day: today - back, reason: back % 2 ? 'bot' : 'duplicate', hits: 1 } })
      }
    }
    await tx.discardedHits.create({ data: { postId: null, day: today, reason: 'malformed', hits: 4 } })
  })
})

async function rowsOfCsv(from: number, to: number, scope = {}) {
  const rows: DailyRow[] = []
  for await (const piece of dailyRows(from, to, scope)) rows.push(...piece)
  return rows
}

test.each([7, 30, 31, 32, 62, 365])('figures of %i days, their table, their list and the CSV agree to the unit', async (days) => {
  const from = today - days + 1
  const figures = await figuresOf(from, today)
  const csv = await rowsOfCsv(from, today)
  const sum = (list: { views: number | bigint }[]) => list.reduce((total, { views }) => total + Number(views), 0)
  expect(figures.perDay).toHaveLength(days)
  expect(sum(figures.perDay)).toBe(figures.counted)
  expect(sum(figures.sources)).toBe(figures.counted)
  expect(sum(await mostReadIn(from, today, 100))).toBe(figures.counted)
  expect(sum(csv)).toBe(figures.counted)
  for (const part of ['phone', 'similar', 'noScript'] as const) expect(csv.reduce((total, row) => total + Number(row[part]), 0)).toBe(figures[part])
  // No day is told twice where two pieces meet.
  expect(new Set(csv.map(({ day, postId }) => `${day} ${postId}`)).size).toBe(csv.length)
})

test('of an author are those of their posts; hits on no post are the site’s', async () => {
  const whole = await figuresOf(today - 29, today, figuresSeenBy(owner))
  const [a, b, own] = await Promise.all([figuresOf(today - 29, today, { postId: mine }), figuresOf(today - 29, today, { postId: others }), figuresOf(today - 29, today, figuresSeenBy(author))])
  expect(own).toEqual(a)
  expect(a.counted + b.counted).toBe(whole.counted)
  expect(whole.discarded.malformed).toBe(4)
  expect(own.discarded.malformed).toBeUndefined()
})

test('are asked for by range, by days, and by post, by whom they concern', async () => {
  const ask = (viewer: Viewer, query: string) => readRange(viewer, new URLSearchParams(query), now)
  expect(await ask(author, '')).toEqual({ from: today - 29, to: today, scope: { writerId: author.id } })
  expect(await ask(owner, 'hari=7')).toEqual({ from: today - 6, to: today, scope: {} })
  expect(await ask(owner, `post=${mine}&dari=2026-01-01&sampai=2026-01-31`)).toEqual({ from: dayFromParts(2026, 1, 1), to: dayFromParts(2026, 1, 31), scope: { postId: mine } })
  for (const query of ['dari=kemarin', 'dari=2026-02-30', 'dari=2026-02-01&sampai=2026-01-01', 'dari=1990-01-01']) {
    await expect(ask(owner, query)).rejects.toMatchObject({ code: 'invalid' })
  }
  await expect(ask(author, `post=${others}`)).rejects.toMatchObject({ code: 'not_found' })
  await expect(ask(owner, 'post=x')).rejects.toMatchObject({ code: 'not_found' })
  await expect(ask(null, '')).rejects.toMatchObject({ code: 'forbidden' })
})
