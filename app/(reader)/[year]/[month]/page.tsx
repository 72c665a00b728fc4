import { notFound } from 'next/navigation'
import { ArchivePage, archiveMetadata } from '@/components/reader/archive-page'
import { dateParam, pageNumber } from '@/lib/posts/params'

type Props = PageProps<'/[year]/[month]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { year, month } = await params
  return archiveMetadata(dateParam(year, month), pageNumber(await searchParams))
}

export default async function MonthPage({ params, searchParams }: Props) {
  const { year, month } = await params
  const date = dateParam(year, month)
  return date ? <ArchivePage date={date} page={pageNumber(await searchParams)} /> : notFound()
}
