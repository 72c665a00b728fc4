import { dayInZone, partsOfDay, type Day } from '@/lib/clock'
import { dateAndTime, timeOfDay, weekday } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'

export type Wall = { locale: string; zone: string; now: Date; m: Messages['posts'] }

/** `hari ini, 05.12`, `kemarin, 21.14`, `Sel 24 Nov, 04.30`, or with the year when it is another. */
export function nearTime(instant: Date, { locale, zone, now, m }: Wall): string {
  const [day, today] = [dayInZone(instant, zone), dayInZone(now, zone)]
  const time = timeOfDay(instant, locale, zone)
  if (day === today) return m.today(time)
  if (day === today - 1) return m.yesterday(time)
  if (partsOfDay(day).year !== partsOfDay(today).year) return dateAndTime(instant, locale, zone)
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }).formatToParts(instant)
  const part = (type: string) => parts.find((part) => part.type === type)!.value
  return `${part('weekday')} ${part('day')} ${part('month')}, ${time}`
}

/** `Hari ini`, `Besok` or `Kamis, 26 November`. */
export function dayName(day: Day, today: Day, { m, locale }: Pick<Wall, 'm' | 'locale'>, month: 'long' | 'short' = 'long'): string {
  if (day === today) return m.overview.today
  if (day === today + 1) return m.overview.tomorrow
  return `${weekday(day, locale)}, ${new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month }).format(day * 86_400_000)}`
}
