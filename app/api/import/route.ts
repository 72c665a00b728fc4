import { refusal } from '@/lib/api-refusal'
import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { lookAtFile } from '@/lib/import/commands'
import { goOnWithImports } from '@/lib/import/go-on'
import { receiveFile } from '@/lib/import/receive'
import { can } from '@/lib/policy'
import { isSameOrigin } from '@/lib/same-origin'

/** Takes an export as the body; `?name=` says what its file is called. What would come is looked at next. */
export async function POST(request: Request) {
  const viewer = await getViewer()
  try {
    if (!can(viewer, 'import.run') || !isSameOrigin(request.headers, env.SITE_URL)) throw new AppError('forbidden')
    if (!request.body) throw new AppError('invalid', 'import.empty')
    const file = await receiveFile(request.body as unknown as AsyncIterable<Uint8Array>)
    const run = await lookAtFile(viewer, { ...file, filename: new URL(request.url).searchParams.get('name') ?? '' })
    await goOnWithImports()
    return Response.json(run, { status: 201 })
  } catch (error) {
    return refusal(error, viewer)
  }
}
