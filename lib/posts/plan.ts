import type { Day } from '@/lib/clock'

type Planned = { day: Day }

/** How many days ahead count as the near future. */
export const daysAhead = 7

/** The first of the coming days, from tomorrow, on which nothing is planned; null when all are filled. */
export function firstEmptyDay(plans: Planned[], today: Day): Day | null {
  return comingDays(today).find((day) => !plans.some((plan) => plan.day === day)) ?? null
}

/** Filled days between the next publication (`next`) and the first empty day. */
export function readyDays(plans: Planned[], today: Day, next: Day | undefined): Day[] {
  if (next === undefined) return []
  const empty = firstEmptyDay(plans, today) ?? today + daysAhead + 1
  return comingDays(today).filter((day) => day > next && day < empty)
}

/** Tomorrow and the days after it. */
export function comingDays(today: Day): Day[] {
  return Array.from({ length: daysAhead }, (_, i) => today + 1 + i)
}
