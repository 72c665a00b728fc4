import { PreviewRoom } from '@/components/admin/preview-room'
import { requireViewer } from '@/lib/require-viewer'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.editor.preview }
}

export default async function PreviewPage({ params }: PageProps<'/admin/tulisan/[id]/pratinjau'>) {
  return <PreviewRoom id={(await params).id} folder="tulisan" />
}
