/**
 * A time as Blogger's addresses have it, RFC 3339 or only a date (then midnight UTC); null when it is none.
 * The plus sign of an offset is often not escaped and arrives as a space.
 */
export function readTime(text: string | null): Date | null {
  const time = text?.trim().replace(/ (?=\d\d:?\d\d$)/, '+')
  if (!time || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i.test(time)) return null
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date
}
