import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants, gzipSync } from 'node:zlib'

const toBrotli = promisify(brotliCompress)

/** Below this a compressed body saves nobody anything. */
const worthwhile = 512

/** `gzip` where there is `br`; made when somebody first wants it, since nearly all browsers take Brotli. */
export type Bodies = { readonly identity: Buffer; br?: Buffer; readonly gzip?: Buffer }

/** A body compressed, and uncompressed as long as it is new. */
class Compressed implements Bodies {
  #gzip?: Buffer
  #identity: Buffer | undefined

  constructor(public br: Buffer, identity?: Buffer) {
    this.#identity = identity
  }

  get identity(): Buffer {
    return this.#identity ?? brotliDecompressSync(this.br)
  }

  get gzip(): Buffer {
    return (this.#gzip ??= cutToSize(gzipSync(this.identity, { level: 6 })))
  }
}

/** The same without the uncompressed body, which takes most of the memory; it is unpacked for the few who want it. */
export function packed(bodies: Bodies): Bodies {
  return bodies.br ? new Compressed(bodies.br) : { identity: bodies.identity }
}

/** Bytes in memory; with a gzip body, which may be wanted later and is about a quarter larger than the other. */
export function bytesOf(bodies: Bodies): number {
  return bodies.br ? Math.ceil(bodies.br.length * 2.25) : bodies.identity.length
}

/** Brotli's qualities: while a reader waits; and, at half the cost for an eighth more bytes, for very many pages at once. */
const [quick, hasty] = [5, 2]

/** The body as it is sent; `compressWell` follows. */
export async function compress(body: Buffer, { isOneOfMany = false } = {}): Promise<Bodies> {
  return body.length < worthwhile ? { identity: body } : new Compressed(await brotli(body, isOneOfMany ? hasty : quick), body)
}

/** What zlib gives is a part of 16 KB, all of which it would keep in memory. */
function cutToSize(bytes: Buffer): Buffer {
  return Buffer.from(bytes)
}

let queue: Promise<unknown> = Promise.resolve()

/**
 * The smallest brotli, made when nobody waits: one at a time, off the main thread, and not while readers need
 * what the machine has.
 *
 * @param body asked for when its turn has come; undefined: it is not wanted any more
 */
export function compressWell(body: () => Buffer | undefined): Promise<Buffer | undefined> {
  const done = queue.then(untilQuiet).then(async () => {
    const wanted = body()
    return wanted && brotli(wanted, 11)
  })
  queue = done.catch(() => {})
  return done
}

/** In ms: how long it is watched, and after how long even a busy server gets its small pages. */
const watched = 50
/** Of one processor, for all that the process does: other threads need the machine too. */
const quiet = 0.3
const patience = 60_000

async function untilQuiet(): Promise<void> {
  const until = performance.now() + patience
  while (performance.now() < until) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    await wait(watched, undefined, { ref: false })
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1000 < quiet * (performance.now() - began)) return
  }
}

async function brotli(body: Buffer, quality: number): Promise<Buffer> {
  return cutToSize(await toBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // The usual window of 4 MB costs memory at each compression and brings nothing to a page.
      [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
    },
  }))
}

/** The smallest window, as a power of two, that a body fits into. */
function windowFor(length: number) {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(length + 16))))
}
