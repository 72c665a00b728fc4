import { getViewer } from '@/lib/auth'
import { findEditable } from '@/lib/posts/editable'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

export const dynamic = 'force-dynamic'

const nothing = () => new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })

/** For the reader script: where the person who is signed in edits `?post=<id>`; without a post, the writing room. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  if (!viewer) return nothing()
  const post = Number(new URL(request.url).searchParams.get('post'))
  const kind = post ? await findEditable(viewer, post) : null
  if (post && !kind) return nothing()
  const { reader, admin } = messages(toLocale(viewer.locale))
  const answer = kind
    ? { edit: `/admin/${kind === 'page' ? 'halaman' : 'tulisan'}/${post}`, label: reader.edit }
    : { edit: '/admin', label: admin.room }
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } })
}
