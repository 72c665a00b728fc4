import { notFound } from 'next/navigation'
import { ArchivePage, archiveMetadata } from '@/components/reader/archive-page'
import { dateParam, pageNumber } from '@/lib/posts/params'

type Props = PageProps<'/[year]'>

export async function generateMetadata({ params, searchParams }: Props) {
  return archiveMetadata(dateParam((await params).year), pageNumber(await searchParams))
}

export default async function YearPage({ params, searchParams }: Props) {
  const date = dateParam((await params).year)
  return date ? <ArchivePage date={date} page={pageNumber(await searchParams)} /> : notFound()
}
