import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { isAppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { largestRecording, listRecordings, uploadRecording } from '@/lib/media/recordings'
import { isSameOrigin } from '@/lib/same-origin'

/** Takes one recording as the body; `?name=` is its file's name. */
export async function POST(request: Request) {
  const viewer = await getViewer()
  const { errors } = messages(toLocale(viewer?.locale))
  const refuse = (reason: string, status: number) => Response.json({ message: errors[reason] ?? errors.invalid }, { status })
  if (!viewer || !isSameOrigin(request.headers, env.SITE_URL)) return refuse('forbidden', 403)
  if (Number(request.headers.get('content-length')) > largestRecording) return refuse('media.soundLarge', 413)
  try {
    const bytes = Buffer.from(await request.arrayBuffer())
    if (bytes.length > largestRecording) return refuse('media.soundLarge', 413)
    return Response.json(await uploadRecording(viewer, { bytes, filename: new URL(request.url).searchParams.get('name') ?? 'rekaman' }))
  } catch (error) {
    if (isAppError(error)) return refuse(error.reason, error.status)
    throw error
  }
}

/** For the picker. */
export async function GET() {
  const viewer = await getViewer()
  if (!viewer) return Response.json({ message: '' }, { status: 403 })
  return Response.json({ recordings: await listRecordings(viewer) })
}
