import { log } from '@/lib/log'
import { derivedForm } from './derived'
import { usualWidths } from './process'
import { findMedia } from './queries'
import { rangeOf } from './ranges'
import { derivedName, fileName, mediaStore } from './store'

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

/**
 * A stored picture in one width (`480.webp`; `small.webp` is the narrowest) or as `icon.png` or `share.jpg`. Public while something public shows it; otherwise for people who are signed in.
 *
 * @param isSignedIn asked only when it matters
 */
export async function serveMedia(id: string, file: string, headers: Headers, isSignedIn: () => Promise<boolean>): Promise<Response> {
  const media = /^\d{1,9}$/.test(id) ? await findMedia(Number(id)) : null
  const form = media && formOf(file, media.widths)
  if (!media || !form) return missing()
  if (!media.isShown && !(await isSignedIn())) return missing()
  const etag = `"${media.hash.slice(0, 16)}-${form.name}"`
  const common = {
    'content-type': form.type,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    etag,
    'accept-ranges': 'bytes',
    // A day, not for ever: the picture of a withdrawn post has to go from shared caches too.
    'cache-control': media.isShown ? 'public, max-age=86400' : 'private, no-store',
  }
  if (headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers: common })
  const bytes = await form.read(media.hash)
  return bytes ? part(bytes, headers.get('range'), common) : missing()
}

type Form = { name: string; type: string; read: (hash: string) => Promise<Buffer | null> }

/** What a file's name stands for: a stored width, the narrowest one, or a form that is made from the largest. */
function formOf(file: string, widths: number[]): Form | undefined {
  const width = file === 'small.webp' ? widths[0]! : storedWidth(Number(/^(\d{1,5})\.webp$/.exec(file)?.[1]), widths)
  if (width) {
    return { name: String(width), type: 'image/webp', read: (hash) => mediaStore.get(fileName(hash, width)) }
  }
  const derived = derivedForm(file)
  return derived && { name: file, type: derived.type, read: (hash) => readDerived(hash, file, widths.at(-1)!, derived.make) }
}

/** A page from before a picture was replaced by a smaller one asks for a width that there was. */
function storedWidth(asked: number, widths: number[]): number | undefined {
  if (widths.includes(asked)) return asked
  return usualWidths.includes(asked) ? widths.findLast((width) => width <= asked) ?? widths[0] : undefined
}

async function readDerived(hash: string, form: string, largest: number, make: (bytes: Buffer) => Promise<Buffer>): Promise<Buffer | null> {
  const name = derivedName(hash, form)
  const known = await mediaStore.get(name)
  if (known) return known
  const source = await mediaStore.get(fileName(hash, largest))
  if (!source) return null
  const made = await make(source)
  // A full disk must not keep a picture from being shown.
  await mediaStore.put(name, made).catch((error: unknown) => log.warn({ err: error }, 'a made form of a picture was not stored'))
  return made
}

function part(bytes: Buffer, header: string | null, headers: Record<string, string>): Response {
  const range = rangeOf(header, bytes.length)
  if (range === null) return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-length': String(bytes.length) } })
  if (range === 'beyond') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}` } })
  const { from, to } = range
  return new Response(new Uint8Array(bytes.subarray(from, to + 1)), {
    status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}`, 'content-length': String(to - from + 1) },
  })
}
