import { EditorRoute, editorTitle } from '@/components/admin/editor-route'

export { viewport } from '@/components/admin/editor-viewport'

type Props = PageProps<'/admin/tulisan/[id]'>

export async function generateMetadata({ params }: Props) {
  return editorTitle('post', (await params).id)
}

export default async function EditPostPage({ params }: Props) {
  return <EditorRoute kind="post" id={(await params).id} />
}
