import { expect, it } from 'vitest'
import { dayFromParts } from '@/lib/clock'
import { columnOf, daysOfMonth, firstFreeDay, monthAfter, readMonth, writeMonth } from './calendar'

const today = dayFromParts(2026, 11, 28)

it('reads a month, and takes today’s for what is none', () => {
  expect(readMonth('2027-01', today)).toEqual({ year: 2027, month: 1 })
  for (const text of ['2027-13', '2027-00', 'x', undefined, ['2027-01']]) expect(readMonth(text, today)).toEqual({ year: 2026, month: 11 })
})

it('goes over the turn of a year both ways', () => {
  expect(writeMonth(monthAfter({ year: 2026, month: 12 }, 1))).toBe('2027-01')
  expect(writeMonth(monthAfter({ year: 2026, month: 1 }, -1))).toBe('2025-12')
})

it('knows how long a month is, and on which day of the week it begins', () => {
  expect(daysOfMonth({ year: 2026, month: 2 })).toHaveLength(28)
  expect(daysOfMonth({ year: 2028, month: 2 })).toHaveLength(29)
  // 1 November 2026 is a Sunday.
  expect(columnOf(dayFromParts(2026, 11, 1))).toBe(0)
  expect(columnOf(today)).toBe(6)
})

it('finds the first free day', () => {
  expect(firstFreeDay(10, [10, 11, 13])).toBe(12)
  expect(firstFreeDay(10, [])).toBe(10)
})
