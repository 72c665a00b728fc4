import { longDate, weekday } from '@/lib/dates'

/** `2026-11-24T05:00`: what a wall clock in `zone` shows. Texts of this form compare as times do. */
export function wallClock(now: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(now)
  return shown.replace(' ', 'T')
}

/** Days since 1970-01-01 of `2026-11-24`; NaN when it is no date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** `2026-11-24` of days since 1970-01-01. */
export function isoDayOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** `Selasa, 24 November 2026` */
export function dayWords(day: number, locale: string): string {
  return `${weekday(day, locale)}, ${longDate(day, locale)}`
}

/** `/2026/11/` or `/p/`, what comes before the last part of an address. */
export function addressStart(kind: 'post' | 'page', date: string): string {
  return kind === 'page' ? '/p/' : `/${date.slice(0, 4)}/${date.slice(5, 7)}/`
}
