import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { getViewer } from '@/lib/auth'
import { refusal } from '@/lib/api-refusal'
import { takeBackup } from '@/lib/backup/commands'
import { env } from '@/lib/env'
import { AppError, isAppError } from '@/lib/errors'
import { isSameOrigin } from '@/lib/same-origin'

const sayings: Record<string, string> = { invalid: 'sandi', too_many: 'terlalu-sering', not_found: 'hilang' }

/** Gives an owner the last backup after the password; a form of the room Cadangan sends it. */
export async function POST(request: Request) {
  const viewer = await getViewer()
  try {
    if (!isSameOrigin(request.headers, env.SITE_URL)) throw new AppError('forbidden')
    const password = (await request.formData()).get('current')
    const { path, name } = await takeBackup(viewer, typeof password === 'string' ? password.slice(0, 1000) : '')
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/zip', 'content-length': String(statSync(path).size), 'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    const saying = isAppError(error) && sayings[error.code]
    if (!saying) return refusal(error, viewer)
    return new Response(null, { status: 303, headers: { location: `/admin/cadangan?galat=${saying}`, 'cache-control': 'no-store' } })
  }
}
