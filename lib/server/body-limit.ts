import type { IncomingMessage } from 'node:http'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** What a handler may get at most; it can be stricter itself. First match counts. */
const limits: [RegExp, number][] = [
  [/^\/api\/comments\b/, 128 * kilobyte],
  [/^\/api\/tulisan\b/, 4 * megabyte],
  [/^\/api\/import$/, 2048 * megabyte],
  [/^\/api\/(media|uploads)\b/, 40 * megabyte],
]
const usual = 2 * megabyte

export function bodyLimit(path: string): number {
  return limits.find(([pattern]) => pattern.test(path))?.[1] ?? usual
}

/** What is read and thrown away beyond the limit at most, and how long nothing may come, in ms. */
const mostThrownAway = 64 * megabyte
const patience = 500

/**
 * Counts a body while it is read and calls `tooLarge` once it passes the limit; whoever reads it hears no more
 * of it then, not even its end. A length said in advance is judged at once. Gives false when it is too large already.
 */
export function limitBody(request: IncomingMessage, limit: number, tooLarge: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throwAway(request, tooLarge)
    return false
  }
  let read = 0
  const push = request.push.bind(request)
  // Listening for 'data' would start the flow before Next listens, so the parser's own call is counted.
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    read += chunk?.length ?? 0
    if (read <= limit) return push(chunk, encoding)
    throwAway(request, tooLarge)
    return true
  }
  return true
}

/** Lets what is still on its way arrive before the answer: somebody cut off while sending would not read it. */
function throwAway(request: IncomingMessage, answer: () => void) {
  let left = mostThrownAway
  const done = () => {
    clearTimeout(timer)
    request.push = () => false
    if (!request.destroyed) answer()
  }
  const timer = setTimeout(done, patience)
  request.once('close', () => clearTimeout(timer))
  request.push = (chunk: Buffer | null) => {
    left -= chunk?.length ?? 0
    if (chunk === null || left < 0) done()
    else timer.refresh()
    return left >= 0
  }
}
