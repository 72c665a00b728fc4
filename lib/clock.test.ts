import { expect, test } from 'vitest'
import { dayFromParts, dayInZone, instantInZone, isoDay, isoInZone, localInZone, partsOfDay } from './clock'

test('half past midnight in Jakarta on the first is that day there, and the day before in UTC', () => {
  const instant = new Date('2025-02-28T17:30:00Z')
  expect(isoDay(dayInZone(instant, 'Asia/Jakarta'))).toBe('2025-03-01')
  expect(isoDay(dayInZone(instant, 'UTC'))).toBe('2025-02-28')
})

test('days count from 1970-01-01', () => {
  expect(dayFromParts(1970, 1, 1)).toBe(0)
  expect(partsOfDay(dayFromParts(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29 })
  expect(() => dayFromParts(2025, 2, 30)).toThrow(RangeError)
})

test('a wall clock and an instant lead to each other', () => {
  const instant = instantInZone('2025-03-17T04:30', 'Asia/Jayapura')
  expect(instant.toISOString()).toBe('2025-03-16T19:30:00.000Z')
  expect(localInZone(instant, 'Asia/Jayapura')).toBe('2025-03-17T04:30')
  expect(isoInZone(instant, 'Asia/Jakarta')).toBe('2025-03-17T02:30:00+07:00')
})
