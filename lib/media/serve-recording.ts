import { rangeOf } from './ranges'
import { findRecording } from './recordings'
import { mediaStore, recordingName } from './store'

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

/**
 * A recording, whole or in parts, as players ask for it; read as it is sent. Public while a public post plays it,
 * otherwise for people who are signed in.
 *
 * @param isSignedIn asked only when it matters
 */
export async function serveRecording(id: string, request: Pick<Request, 'headers' | 'method'>, isSignedIn: () => Promise<boolean>): Promise<Response> {
  const recording = /^[1-9]\d{0,8}$/.test(id) ? await findRecording(Number(id)) : null
  if (!recording || (!recording.isPlayed && !(await isSignedIn()))) return missing()
  const { hash, mime, bytes: size } = recording
  const etag = `"${hash.slice(0, 16)}"`
  const headers = {
    'content-type': mime,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    etag,
    'accept-ranges': 'bytes',
    // A day, not for ever: the recording of a withdrawn post has to go from shared caches too.
    'cache-control': recording.isPlayed ? 'public, max-age=86400' : 'private, no-store',
  }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  // A part of what has changed meanwhile would not fit the parts before.
  const wanted = request.headers.get('if-range') ?? etag
  const range = wanted === etag ? rangeOf(request.headers.get('range'), size) : null
  if (range === 'beyond') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const length = { 'content-length': String(to - from + 1) }
  const body = request.method === 'HEAD' ? null : await mediaStore.read(recordingName(hash), from, to)
  if (!body && request.method !== 'HEAD') return missing()
  if (!range) return new Response(body, { headers: { ...headers, ...length } })
  return new Response(body, { status: 206, headers: { ...headers, ...length, 'content-range': `bytes ${from}-${to}/${size}` } })
}
