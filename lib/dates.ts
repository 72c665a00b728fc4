import type { Day } from './clock'

const dayMs = 86_400_000

/** Making one takes longer than everything it is then used for on a page; there are two languages and few zones. */
const formats = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** Intl speaks of days as midnight UTC here, so that no zone can shift them. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  formats.set(key, made)
  return made
}

/** `Senin` */
export function weekday(day: Day, locale: string): string {
  return format(locale, { weekday: 'long' }).format(day * dayMs)
}

/** `17 Maret 2025` */
export function longDate(day: Day, locale: string): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(day * dayMs)
}

/** `17 Mar 2025` */
export function shortDate(day: Day, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(day * dayMs)
}

/** `17 Mar` */
export function dayAndMonth(day: Day, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short' }).format(day * dayMs)
}

/** `Maret 2025`; month from 1. */
export function monthName(year: number, month: number, locale: string): string {
  return format(locale, { month: 'long', year: 'numeric' }).format(Date.UTC(year, month - 1, 1))
}

/** `23 Nov 2026, 05.48` in the given zone. */
export function dateAndTime(instant: Date, locale: string, zone: string): string {
  return format(locale, {
    timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(instant)
}

/** `05.12` */
export function timeOfDay(instant: Date, locale: string, zone: string): string {
  return format(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)
}

/** `1.038` in Indonesian, `1,038` in English. */
export function count(number: number, locale: string): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale)
  numbers.set(locale, known)
  return known.format(number)
}
