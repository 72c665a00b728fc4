import { HistoryRoom } from '@/components/admin/history-room'
import { requireViewer } from '@/lib/require-viewer'
import { goBack } from '../../revision-actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.history.title }
}

export default async function HistoryPage({ params, searchParams }: PageProps<'/admin/tulisan/[id]/riwayat'>) {
  return <HistoryRoom id={(await params).id} folder="tulisan" query={await searchParams} restore={goBack} />
}
