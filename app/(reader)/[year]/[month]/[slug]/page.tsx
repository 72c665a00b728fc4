import { notFound } from 'next/navigation'
import { ArchivePage, archiveMetadata } from '@/components/reader/archive-page'
import { findPost } from '@/components/reader/find-post'
import { PostPage } from '@/components/reader/post-page'
import { commentPageNumber, dateParam, pageNumber } from '@/lib/posts/params'
import { postMetadata } from '@/lib/posts/metadata'

type Props = PageProps<'/[year]/[month]/[slug]'>

/** A post's address, or, without `.html`, the archive of a day. */
export async function generateMetadata({ params, searchParams }: Props) {
  const { year, month, slug } = await params
  if (!slug.endsWith('.html')) return archiveMetadata(dateParam(year, month, slug), pageNumber(await searchParams))
  const post = await findPost(`/${year}/${month}/${slug}`)
  return post ? postMetadata(post) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { year, month, slug } = await params
  if (!slug.endsWith('.html')) {
    const date = dateParam(year, month, slug)
    return date ? <ArchivePage date={date} page={pageNumber(await searchParams)} /> : notFound()
  }
  const post = await findPost(`/${year}/${month}/${slug}`)
  return post ? <PostPage post={post} commentPage={commentPageNumber(await searchParams)} /> : notFound()
}
