import { EditorPage } from '@/components/admin/editor-page'
import { newPostTitle } from '@/components/admin/editor-route'
import { requireViewer } from '@/lib/require-viewer'

export { viewport } from '@/components/admin/editor-viewport'

export async function generateMetadata() {
  return newPostTitle('post')
}

/** `?tanggal=2026-11-26` begins it with a day in mind. */
export default async function NewPostPage({ searchParams }: PageProps<'/admin/tulisan/baru'>) {
  const { viewer, m } = await requireViewer()
  const { tanggal } = await searchParams
  const date = typeof tanggal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(tanggal) ? tanggal : undefined
  return <EditorPage viewer={viewer} kind="post" post={null} date={date} skip={m.admin.skip} />
}
