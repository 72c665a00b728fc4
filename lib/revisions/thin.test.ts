import { expect, it } from 'vitest'
import { thinnable } from './thin'

const now = new Date('2026-11-28T05:00:00Z')
const minutesAgo = (minutes: number, kind = 'saved', revision = 100_000 - minutes) => ({ id: minutes, revision, kind, createdAt: new Date(now.getTime() - minutes * 60_000) })
const hours = 60
const days = 24 * hours

it('keeps everything of the last hour', () => {
  expect(thinnable([0, 1, 2, 30, 59].map((minutes) => minutesAgo(minutes)), now)).toEqual([])
})

it('keeps the last of each hour for a day, of each day for a month, of each week after', () => {
  const all = Array.from({ length: 90 * 24 * 4 }, (_, i) => minutesAgo(i * 15))
  const gone = new Set(thinnable(all, now))
  const left = all.filter(({ id }) => !gone.has(id))
  const within = (from: number, to: number) => left.filter(({ id }) => id > from && id <= to).length
  expect(within(-1, hours)).toBe(5)
  expect(within(hours, days)).toBeGreaterThanOrEqual(23)
  expect(within(hours, days)).toBeLessThanOrEqual(24)
  expect(within(days, 30 * days)).toBeGreaterThanOrEqual(29)
  expect(within(days, 30 * days)).toBeLessThanOrEqual(31)
  expect(within(30 * days, 90 * days)).toBeGreaterThanOrEqual(8)
  expect(within(30 * days, 90 * days)).toBeLessThanOrEqual(10)
})

it('keeps the later of two, and gives the same when it runs again', () => {
  const all = [minutesAgo(0), minutesAgo(121), minutesAgo(125)]
  expect(thinnable(all, now)).toEqual([125])
  expect(thinnable(all.filter(({ id }) => id !== 125), now)).toEqual([])
})

it('keeps what was published, restored or imported, and the latest, however old', () => {
  const all = [minutesAgo(50 * days), ...['published', 'restored', 'imported', 'saved'].map((kind, i) => minutesAgo(50 * days + 1 + i, kind))]
  expect(thinnable(all, now)).toEqual([])
  expect(thinnable([...all, minutesAgo(50 * days + 9)], now)).toHaveLength(1)
})
