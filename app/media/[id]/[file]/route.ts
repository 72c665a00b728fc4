import { getViewer } from '@/lib/auth'
import { serveMedia } from '@/lib/media/serve'

/** `/media/12/960.webp` */
export async function GET(request: Request, { params }: RouteContext<'/media/[id]/[file]'>) {
  const { id, file } = await params
  return serveMedia(id, file, request.headers, async () => (await getViewer()) !== null)
}
