import { getViewer } from '@/lib/auth'
import { findPreview } from '@/lib/posts/preview'
import { noPreview, previewPage } from '@/lib/server/preview-page'

/** A post as its readers will see it, for whoever may edit it; also in the frame of the preview room. */
export async function GET(_: Request, { params }: RouteContext<'/pratinjau/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) return new Response(null, { status: 303, headers: { location: `/masuk?ke=${encodeURIComponent(`/admin/tulisan/${Number(id) || ''}`)}` } })
  const post = /^[1-9]\d{0,8}$/.test(id) ? await findPreview(viewer, Number(id)) : null
  return post ? previewPage(post, { isFramed: true }) : noPreview()
}
