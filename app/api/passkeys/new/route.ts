import { z } from 'zod'
import { refusal } from '@/lib/api-refusal'
import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { isSameOrigin } from '@/lib/same-origin'
import { offerPasskey } from '@/lib/signing-in/passkeys'
import { current } from '@/lib/signing-in/schema'

const body = z.object({ current })

/** What the browser makes a new passkey with, for whoever is signed in and shows it once more. */
export async function POST(request: Request) {
  const viewer = await getViewer()
  try {
    if (!isSameOrigin(request.headers, env.SITE_URL)) throw new AppError('forbidden')
    const given = body.safeParse(await request.json().catch(() => null))
    if (!given.success) throw new AppError('invalid')
    return Response.json(await offerPasskey(viewer, given.data.current), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return refusal(error, viewer)
  }
}
