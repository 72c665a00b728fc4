import { Turns } from '@/lib/db/turns'
import { log } from '@/lib/log'
import { fileName, mediaStore } from '@/lib/media/store'
import { getSite } from '@/lib/site'
import { cardName, cardPath } from './address'
import { drawCard } from './card'
import { findCard } from './queries'

type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>

/** Drawing takes a tenth of a second of the whole processor. */
const turns = new Turns()

/** `12-0123456789abcdef.jpg`: drawn when first asked for and then kept; an older address leads to the one of now. */
export async function serveCard(name: string): Promise<Response> {
  const id = /^([1-9]\d{0,8})-[0-9a-f]{16}\.jpg$/.exec(name)?.[1]
  const card = id ? await findCard(Number(id)) : null
  if (!card) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const { name: siteName, url, m } = await getSite()
  if (cardName(card, siteName) !== name) return new Response(null, { status: 302, headers: { location: url + cardPath(card, siteName), 'cache-control': 'no-store' } })
  const bytes = (await mediaStore.get(storedName(name))) ?? (await draw(card, name, siteName, m.reader.untitled))
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'", 'cache-control': 'public, max-age=2592000' },
  })
}

async function draw({ title, natsRef, cover }: Card, name: string, site: string, untitled: string): Promise<Buffer> {
  const release = await turns.take()
  try {
    const known = await mediaStore.get(storedName(name))
    if (known) return known
    const picture = cover && (await mediaStore.get(fileName(cover.hash, cover.width)))
    const bytes = await drawCard({ title: title || untitled, nats: natsRef, site }, picture)
    // A full disk must not keep it from being shown.
    await mediaStore.put(storedName(name), bytes).catch((error: unknown) => log.warn({ err: error }, 'a share picture was not stored'))
    return bytes
  } finally {
    release()
  }
}

function storedName(name: string): string {
  return `cards/${name}`
}
