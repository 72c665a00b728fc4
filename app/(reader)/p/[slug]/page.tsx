import { notFound } from 'next/navigation'
import { findPost } from '@/components/reader/find-post'
import { PostPage } from '@/components/reader/post-page'
import { postMetadata } from '@/lib/posts/metadata'

type Props = PageProps<'/p/[slug]'>

export async function generateMetadata({ params }: Props) {
  const page = await findPost(`/p/${(await params).slug}`)
  return page ? postMetadata(page) : {}
}

export default async function StaticPage({ params }: Props) {
  const page = await findPost(`/p/${(await params).slug}`)
  return page ? <PostPage post={page} /> : notFound()
}
