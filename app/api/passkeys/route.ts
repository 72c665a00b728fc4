import { refusal } from '@/lib/api-refusal'
import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { isSameOrigin } from '@/lib/same-origin'
import { addPasskey } from '@/lib/signing-in/passkeys'
import { newPasskey } from '@/lib/signing-in/schema'

/** Keeps the passkey that was just made. */
export async function POST(request: Request) {
  const viewer = await getViewer()
  try {
    if (!isSameOrigin(request.headers, env.SITE_URL)) throw new AppError('forbidden')
    const given = newPasskey.safeParse(await request.json().catch(() => null))
    if (!given.success) throw new AppError('invalid', 'passkey.failed')
    await addPasskey(viewer, given.data)
    return new Response(null, { status: 201, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return refusal(error, viewer)
  }
}
