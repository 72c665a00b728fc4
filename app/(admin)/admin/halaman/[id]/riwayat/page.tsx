import { HistoryRoom } from '@/components/admin/history-room'
import { requireViewer } from '@/lib/require-viewer'
import { goBack } from '@/app/(admin)/admin/tulisan/revision-actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.history.title }
}

export default async function HistoryPage({ params, searchParams }: PageProps<'/admin/halaman/[id]/riwayat'>) {
  return <HistoryRoom id={(await params).id} folder="halaman" query={await searchParams} restore={goBack} />
}
