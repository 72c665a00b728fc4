import { z } from 'zod'

/** Month and day from 1; null for all of them. */
export type DateParam = { year: number; month: number | null; day: number | null }

const page = z.coerce.number().int().min(1).max(999_999).catch(1)

/** The page of a list that `?page=` names, from 1; anything else means the first. */
export function pageNumber(searchParams: Record<string, string | string[] | undefined>): number {
  return searchParams.page === undefined ? 1 : page.parse(searchParams.page)
}

/** The page of a post's comments that `?komentar=` names. */
export function commentPageNumber(searchParams: Record<string, string | string[] | undefined>): number {
  return searchParams.komentar === undefined ? 1 : page.parse(searchParams.komentar)
}

/** The parts of `/2025/03/17/`, null when they are no numbers of the right length. */
export function dateParam(year: string, month?: string, day?: string): DateParam | null {
  if (!/^\d{4}$/.test(year) || [month, day].some((part) => part !== undefined && !/^\d{2}$/.test(part))) return null
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
}
