import { env } from '@/lib/env'
import { receivePrayer } from '@/lib/prayer/receive'
import { withRefusedPrayer, type RefusedPrayer } from '@/lib/prayer/refused'
import { readForm } from '@/lib/read-form'
import { isSameOrigin } from '@/lib/same-origin'
import { makeReaderPage } from '@/lib/server/made-once'

const longestBody = 32 * 1024
const nothingTyped = { name: '', body: '' }

/** A prayer request, from the form; a lasting address, so that a page kept by a phone still arrives. */
export async function POST(request: Request) {
  const fields = await readForm(request, longestBody)
  if (!fields) return refuse({ reason: 'unreadable', fields: {}, values: nothingTyped }, 400)
  if (!isSameOrigin(request.headers, env.SITE_URL)) return refuse({ reason: 'origin', fields: {}, values: nothingTyped }, 403)
  const header = (name: string) => request.headers.get(name) ?? ''
  const sender = { address: header('x-teduh-address'), agent: header('user-agent'), language: header('accept-language') }
  const received = await receivePrayer(fields, sender)
  if (received) return refuse(received.refused, received.status)
  return new Response(null, { status: 303, headers: { location: '/pokok-doa/terima-kasih' } })
}

async function refuse(refused: RefusedPrayer, status: number) {
  const page = await makeReaderPage('/pokok-doa/ditolak', (make) => withRefusedPrayer(refused, make))
  return new Response(page.html, { status, headers: { ...page.headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
}
