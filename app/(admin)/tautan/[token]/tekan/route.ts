import { pressNotice } from '@/lib/comments/press-link'
import { isAppError } from '@/lib/errors'
import { readForm } from '@/lib/read-form'

type Context = { params: Promise<{ token: string }> }

const to = (location: string) => new Response(null, { status: 303, headers: { location } })

/** Whoever opens it, as mail programs without a button for it do, sees what it is about first. */
export async function GET(_request: Request, { params }: Context) {
  return to(`/tautan/${encodeURIComponent((await params).token)}`)
}

/**
 * The press of a signed link's one button. A form, not a server action: a page kept by a phone presses it too, and
 * so does a mail program's own button (RFC 8058), which must not be redirected. The token says who may.
 */
export async function POST(request: Request, { params }: Context) {
  const isOneClick = (await readForm(request, 1024))?.['List-Unsubscribe'] === 'One-Click'
  const done = await pressNotice((await params).token).catch((error: unknown) => {
    if (isAppError(error)) return null
    throw error
  })
  if (isOneClick) return new Response(null, { status: done ? 200 : 410 })
  return to(done ? `/tautan/selesai?apa=${done}` : '/tautan/selesai')
}
