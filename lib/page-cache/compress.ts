import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Below this a compressed body saves nobody anything. */
const worthwhile = 512

export type Bodies = { identity: Buffer; br?: Buffer; gzip?: Buffer }

/** The body as it is sent. Quick, since a reader waits; `compressWell` follows. */
export async function compress(body: Buffer): Promise<Bodies> {
  if (body.length < worthwhile) return { identity: body }
  const [br, gz] = await Promise.all([brotli(body, 5), toGzip(body, { level: 6 })])
  return { identity: body, br, gzip: gz }
}

let queue: Promise<unknown> = Promise.resolve()

/** The smallest brotli, made when nobody waits: one at a time, off the main thread. */
export function compressWell(body: Buffer): Promise<Buffer> {
  const done = queue.then(() => brotli(body, 11))
  queue = done.catch(() => {})
  return done
}

function brotli(body: Buffer, quality: number) {
  return toBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
