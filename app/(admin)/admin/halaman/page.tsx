import { notFound } from 'next/navigation'
import { PostRoom } from '@/components/admin/post-room'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { empty, remove, restore } from '../tulisan/actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.posts.title.page }
}

/** Static pages: an editor's matter. */
export default async function StaticPagesPage({ searchParams }: PageProps<'/admin/halaman'>) {
  const { viewer } = await requireViewer()
  if (!can(viewer, 'page.edit')) notFound()
  return <PostRoom kind="page" query={await searchParams} deeds={{ restore, remove, empty }} />
}
