import { notFound } from 'next/navigation'
import { dayFromParts } from '@/lib/clock'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import type { DateParam } from '@/lib/posts/params'
import { listPostsByDate } from '@/lib/posts/queries'
import { getSite, type Site } from '@/lib/site'
import { pageHref } from './pager'
import { PostList } from './post-list'

/** The posts of a year, a month or a day. */
export async function ArchivePage({ date, page }: { date: DateParam; page: number }) {
  shows('lists')
  const site = await getSite()
  const list = await listPostsByDate(date, page, site.postsPerPage)
  if (!list || list.total === 0 || page > list.pages) notFound()
  const path = archivePath(date)
  return <PostList title={nameOf(date, site)} side={site.m.reader.archive} list={list} site={site} href={(n) => pageHref(path, n)} />
}

export async function archiveMetadata(date: DateParam | null, page: number) {
  if (!date) return {}
  const site = await getSite()
  return {
    title: site.m.reader.postsFrom(nameOf(date, site)),
    alternates: await linksOf(pageHref(archivePath(date), page)),
  }
}

function archivePath({ year, month, day }: DateParam): string {
  const parts = [String(year).padStart(4, '0'), month, day].filter((part) => part !== null)
  return `/${parts.map((part) => String(part).padStart(2, '0')).join('/')}/`
}

function nameOf({ year, month, day }: DateParam, site: Site): string {
  if (month === null) return String(year)
  return day === null ? site.monthName(year, month) : site.longDate(dayFromParts(year, month, day))
}
