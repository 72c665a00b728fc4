import type { IncomingMessage } from 'node:http'

/**
 * The first value of a header as it was sent, found without `request.headers`, which puts all of them into a
 * table first: too much for an answer that takes microseconds.
 *
 * @param name in lower case
 */
export function rawHeader({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const sent = rawHeaders[i]!
    if (sent.length === name.length && sent.toLowerCase() === name) return rawHeaders[i + 1]
  }
  return undefined
}
