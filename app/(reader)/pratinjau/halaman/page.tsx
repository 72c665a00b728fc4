import { notFound } from 'next/navigation'
import { PostPage } from '@/components/reader/post-page'
import { previewedPost } from '@/lib/posts/previewed'

export async function generateMetadata() {
  return { title: previewedPost()?.title, robots: { index: false, follow: false }, referrer: 'no-referrer' as const }
}

/** A post as its readers will see it, made for one person; the address itself leads nowhere. */
export default function PreviewedPage() {
  const post = previewedPost()
  return post ? <PostPage post={post} /> : notFound()
}
