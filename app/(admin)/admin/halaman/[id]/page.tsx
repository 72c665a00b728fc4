import { EditorRoute, editorTitle } from '@/components/admin/editor-route'

export { viewport } from '@/components/admin/editor-viewport'

type Props = PageProps<'/admin/halaman/[id]'>

export async function generateMetadata({ params }: Props) {
  return editorTitle('page', (await params).id)
}

export default async function EditStaticPage({ params }: Props) {
  return <EditorRoute kind="page" id={(await params).id} />
}
