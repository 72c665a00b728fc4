import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { isAppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { uploadPicture } from '@/lib/media/commands'
import { listMedia } from '@/lib/media/queries'
import { replacePicture } from '@/lib/media/replace'
import { isSameOrigin } from '@/lib/same-origin'

const largest = 20 * 1024 * 1024

/**
 * Takes one picture, as the body or as the field `file` of a form; `?alt=` describes it, `?name=` is its file's name,
 * `?replace=12` puts it in the place of that picture.
 */
export async function POST(request: Request) {
  const viewer = await getViewer()
  const { errors } = messages(toLocale(viewer?.locale))
  const refuse = (reason: string, status: number) => Response.json({ message: errors[reason] ?? errors.invalid }, { status })
  if (!viewer || !isSameOrigin(request.headers, env.SITE_URL)) return refuse('forbidden', 403)
  if (Number(request.headers.get('content-length')) > largest) return refuse('media.large', 413)
  try {
    const { bytes, filename } = await readPicture(request)
    if (bytes.length > largest) return refuse('media.large', 413)
    const query = new URL(request.url).searchParams
    const replaced = Number(query.get('replace'))
    if (replaced > 0) {
      await replacePicture(viewer, replaced, { bytes, filename })
      return Response.json({ id: replaced, isKnown: false })
    }
    const alt = query.get('alt')?.slice(0, 300) ?? ''
    return Response.json(await uploadPicture(viewer, { bytes, filename, alt }))
  } catch (error) {
    if (isAppError(error)) return refuse(error.reason, error.status)
    throw error
  }
}

/** The library, for the picker. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  if (!viewer) return Response.json({ message: '' }, { status: 403 })
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  return Response.json(await listMedia(viewer, Math.max(1, Math.floor(page))))
}

async function readPicture(request: Request) {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const file = (await request.formData()).get('file')
    if (file instanceof File) return { bytes: Buffer.from(await file.arrayBuffer()), filename: file.name }
  }
  return { bytes: Buffer.from(await request.arrayBuffer()), filename: new URL(request.url).searchParams.get('name') ?? 'gambar' }
}
