import { PostRoom } from '@/components/admin/post-room'
import { requireViewer } from '@/lib/require-viewer'
import { empty, remove, restore } from './actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.posts.title.post }
}

export default async function PostsPage({ searchParams }: PageProps<'/admin/tulisan'>) {
  return <PostRoom kind="post" query={await searchParams} deeds={{ restore, remove, empty }} />
}
