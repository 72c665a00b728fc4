import { db } from '@/lib/db/client'
import { dayRange, isPublic } from '@/lib/posts/queries'

/** A year, a month or a day; month and day from 1, null for all of them. */
export type Archive = { year: number; month: number | null; day: number | null }

/** What `/2025/`, `/2025/03/` or `/2025/03/17/` names; null for any other address. */
export function readArchive(path: string): Archive | null {
  const [, year, month, day] = /^\/(\d{4})\/(?:(\d{2})\/(?:(\d{2})\/)?)?$/.exec(path) ?? []
  return year === undefined ? null : { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
}

/** Where Blogger's old archives are now: the month of a monthly or weekly one, or else its year. Null for any other address. */
export async function findOldArchive(path: string): Promise<string | null> {
  const [, year, month] = /^\/(\d{4})_(\d{2})_\d{2}_archive\.html$/.exec(path) ?? []
  if (!year) return null
  const isMonth = await hasPosts({ year: Number(year), month: Number(month), day: null })
  return isMonth ? `/${year}/${month}/` : `/${year}/`
}

/** One look at an index, so that made-up dates cost next to nothing. */
export async function hasPosts(archive: Archive): Promise<boolean> {
  const days = dayRange(archive)
  if (!days) return false
  return (await db.post.findFirst({ where: { kind: 'post', ...isPublic, publishedDay: { gte: days.from, lt: days.to } }, select: { id: true } })) !== null
}
