import { makePreview } from '@/lib/posts/preview'
import { findShared } from '@/lib/preview-links/queries'
import { noPreview, previewPage } from '@/lib/server/preview-page'

/** A post for whoever was given its link; a wrong, an expired and a revoked link are alike. */
export async function GET(_: Request, { params }: RouteContext<'/pratinjau/tautan/[token]'>) {
  const { token } = await params
  const postId = await findShared(token)
  const post = postId === null ? null : await makePreview(postId)
  return post ? previewPage(post, { media: `/pratinjau/tautan/${token}/media` }) : noPreview()
}
