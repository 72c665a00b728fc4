import { notFound } from 'next/navigation'
import { PostPage } from '@/components/reader/post-page'
import { findPreview } from '@/lib/posts/preview'
import { requireViewer } from '@/lib/require-viewer'

type Props = PageProps<'/pratinjau/[id]'>

export async function generateMetadata({ params }: Props) {
  const { m } = await requireViewer()
  const post = await find(await params)
  return post ? { title: `${m.editor.preview}: ${post.title || m.posts.untitled}` } : {}
}

/** A post as its readers will see it, for whoever may edit it; never kept, never listed. */
export default async function PreviewPage({ params }: Props) {
  const post = await find(await params)
  return post ? <PostPage post={post} /> : notFound()
}

async function find({ id }: { id: string }) {
  const { viewer } = await requireViewer()
  return /^[1-9]\d{0,8}$/.test(id) ? findPreview(viewer, Number(id)) : null
}
