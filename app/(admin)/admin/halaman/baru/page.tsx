import { notFound } from 'next/navigation'
import { EditorPage } from '@/components/admin/editor-page'
import { newPostTitle } from '@/components/admin/editor-route'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'

export { viewport } from '@/components/admin/editor-viewport'

export async function generateMetadata() {
  return newPostTitle('page')
}

export default async function NewStaticPage() {
  const { viewer, m } = await requireViewer()
  if (!can(viewer, 'page.edit')) notFound()
  return <EditorPage viewer={viewer} kind="page" post={null} skip={m.admin.skip} />
}
