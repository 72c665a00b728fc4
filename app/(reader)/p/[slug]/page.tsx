import { notFound } from 'next/navigation'
import { PostPage } from '@/components/reader/post-page'
import { postMetadata } from '@/lib/posts/metadata'
import { findPublishedPost } from '@/lib/posts/queries'

type Props = PageProps<'/p/[slug]'>

export async function generateMetadata({ params }: Props) {
  const page = await findPublishedPost(`/p/${(await params).slug}`)
  return page ? postMetadata(page) : {}
}

export default async function StaticPage({ params }: Props) {
  const page = await findPublishedPost(`/p/${(await params).slug}`)
  return page ? <PostPage post={page} /> : notFound()
}
