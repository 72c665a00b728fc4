import { Temporal } from 'temporal-polyfill'

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number

/** Indonesia's zones first; everything else by its IANA name. */
const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const epoch = Temporal.PlainDate.from('1970-01-01')

/** The day that `instant` falls on in `zone` (IANA name). */
export function dayInZone(instant: Date, zone: string): Day {
  return dateToDay(inZone(instant, zone).toPlainDate())
}

/** @throws RangeError when there is no such date */
export function dayFromParts(year: number, month: number, day: number): Day {
  return dateToDay(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
}

export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `2025-03-17` */
export function isoDay(day: Day): string {
  return epoch.add({ days: day }).toString()
}

/** The instant at which a wall clock in `zone` shows `local` (`2025-03-17T04:30`); a skipped hour moves on. */
export function instantInZone(local: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)
}

/** `2025-03-17T04:30`, what a wall clock in `zone` shows, as a datetime-local field wants it. */
export function localInZone(instant: Date, zone: string): string {
  return inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** `2025-03-17T04:30:00+07:00` */
export function isoInZone(instant: Date, zone: string): string {
  return inZone(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** WIB, WITA, WIT or the zone's own name. */
export function zoneName(zone: string): string {
  return zoneNames[zone] ?? zone
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function inZone(instant: Date, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}

function dateToDay(date: Temporal.PlainDate): Day {
  return epoch.until(date).days
}
