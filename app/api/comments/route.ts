import { getViewer } from '@/lib/auth'
import { receiveComment } from '@/lib/comments/receive'
import { withRefused, type Refused } from '@/lib/comments/refused'
import { env } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import { readForm } from '@/lib/read-form'
import { isSameOrigin } from '@/lib/same-origin'
import { makeReaderPage } from '@/lib/server/made-once'
import { getSettings } from '@/lib/settings/queries'

const longestBody = 32 * 1024
const nothingTyped = { postId: '', parentId: '', name: '', email: '', body: '', notify: '' }

/** A reader's comment, from the form or from its script (which asks for JSON). */
export async function POST(request: Request) {
  const asJson = request.headers.get('accept')?.includes('application/json') ?? false
  const fields = await readForm(request, longestBody)
  if (!fields) return refuse({ reason: 'unreadable', fields: {}, values: nothingTyped }, 400, asJson)
  if (!isSameOrigin(request.headers, env.SITE_URL)) return refuse({ reason: 'origin', fields: {}, values: nothingTyped }, 403, asJson)
  const header = (name: string) => request.headers.get(name) ?? ''
  const sender = { address: header('x-teduh-address'), agent: header('user-agent'), language: header('accept-language') }
  const received = await receiveComment(await getViewer(), fields, sender)
  if ('refused' in received) return refuse(received.refused, received.status, asJson)
  const { added, own } = received
  // Whoever is taken for a robot is told the same as everybody.
  const isShown = added.status === 'visible'
  const location = isShown ? `${added.path}#${added.anchor}` : `/komentar/terima-kasih?post=${Number(fields.postId)}`
  if (asJson) return Response.json({ status: isShown ? 'visible' : 'held', location, own: own && { id: added.id, post: Number(fields.postId), path: own.path, until: own.until.getTime() } })
  return new Response(null, { status: 303, headers: { location } })
}

async function refuse(refused: Refused, status: number, asJson: boolean) {
  if (asJson) {
    const { wrong } = messages((await getSettings()).language).comments
    const say = (reason: string) => wrong[reason] ?? reason
    const fields = Object.fromEntries(Object.entries(refused.fields).map(([field, reason]) => [field, say(reason)]))
    return Response.json({ reason: refused.reason && say(refused.reason), fields }, { status })
  }
  const page = await makeReaderPage('/komentar/ditolak', (make) => withRefused(refused, make))
  return new Response(page.html, { status, headers: { ...page.headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
}
