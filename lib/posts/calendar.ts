import { dayFromParts, partsOfDay, type Day } from '@/lib/clock'

export type Month = { year: number; month: number }

const dayMs = 86_400_000

/** `2026-11`, or the month of `today` for anything else. */
export function readMonth(text: unknown, today: Day): Month {
  const match = typeof text === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) : null
  return match ? { year: Number(match[1]), month: Number(match[2]) } : monthOf(today)
}

export function monthOf(day: Day): Month {
  const { year, month } = partsOfDay(day)
  return { year, month }
}

/** `by` months on; negative for back. */
export function monthAfter({ year, month }: Month, by: number): Month {
  const months = year * 12 + month - 1 + by
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}

/** `2026-11` */
export function writeMonth({ year, month }: Month): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** All days of a month. */
export function daysOfMonth(of: Month): Day[] {
  const first = dayFromParts(of.year, of.month, 1)
  const next = monthAfter(of, 1)
  return Array.from({ length: dayFromParts(next.year, next.month, 1) - first }, (_, i) => first + i)
}

/** Which column of a week a day stands in, from 0; weeks begin on Sunday, as calendars in Indonesia have it. */
export function columnOf(day: Day): number {
  return new Date(day * dayMs).getUTCDay()
}

/** The first day from `from` on that has nothing yet. */
export function firstFreeDay(from: Day, taken: Iterable<Day>): Day {
  const full = new Set(taken)
  let day = from
  while (full.has(day)) day++
  return day
}
