import { getViewer } from '@/lib/auth'
import { serveRecording } from '@/lib/media/serve-recording'

/** `/rekaman/3/doa-pagi.mp3`; the name is for people and may be any. */
async function answer(request: Request, { params }: RouteContext<'/rekaman/[id]/[file]'>) {
  return serveRecording((await params).id, request, async () => (await getViewer()) !== null)
}

export { answer as GET, answer as HEAD }
