import { createReadStream } from 'node:fs'
import { refuse } from './refuse'

/** Called with how many bytes have been read so far. */
export type OnRead = (bytes: number) => void

/** The bytes of a file, piece by piece. */
export async function* bytesOf(file: string, onRead: OnRead = () => {}): AsyncGenerator<Buffer> {
  let read = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    read += chunk.length
    onRead(read)
    yield chunk
  }
}

/** Bytes as text, in the encoding that the file says it has: by its first bytes, or by its XML declaration. */
export async function* textsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk)
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text
  }
  const rest = decoder?.decode() ?? ''
  if (rest) yield rest
}

function decoderFor(head: Buffer): TextDecoder {
  try {
    return new TextDecoder(encodingOf(head))
  } catch {
    throw refuse('encoding')
  }
}

export function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.subarray(0, 400).toString('latin1'))?.[1] ?? 'utf-8'
}
