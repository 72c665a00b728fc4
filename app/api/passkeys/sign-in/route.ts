import { env } from '@/lib/env'
import { isSameOrigin } from '@/lib/same-origin'
import { challengeHeader } from '@/lib/signing-in/cookies'
import { askForPasskey } from '@/lib/signing-in/enter-by-passkey'

/** What the browser asks an authenticator with; the same whoever asks. The answer goes to /api/auth/callback/passkey. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers, env.SITE_URL)) return new Response(null, { status: 403 })
  const { options, token } = await askForPasskey()
  return Response.json(options, { headers: { 'set-cookie': challengeHeader(token), 'cache-control': 'no-store' } })
}
