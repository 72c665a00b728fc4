import { serveMedia } from '@/lib/media/serve'
import { findShared, showsPicture } from '@/lib/preview-links/queries'

/** A picture of a post that is not public, for whoever was given the link to the post. */
export async function GET(request: Request, { params }: RouteContext<'/pratinjau/tautan/[token]/media/[id]/[file]'>) {
  const { token, id, file } = await params
  const postId = await findShared(token)
  const isOpen = postId !== null && (await showsPicture(postId, Number(id)))
  if (!isOpen) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const answer = await serveMedia(id, file, request.headers, async () => true)
  answer.headers.set('cache-control', 'no-store')
  return answer
}
