import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, constants, createBrotliCompress, gzipSync } from 'node:zlib'

/** Below this a compressed body saves nobody anything. */
const worthwhile = 512

/** Where the part of a body that may change by itself begins: in the body, and in the Brotli stream, which is cut there. */
type Rest = { readonly at: number; readonly brAt: number }

/** `gzip` where there is `br`; made when somebody first wants it, since nearly all browsers take Brotli. */
export type Bodies = { readonly identity: Buffer; br?: Buffer; readonly gzip?: Buffer; rest?: Rest }

type Small = { br: Buffer; rest?: Rest }

/** A body compressed, and uncompressed as long as it is new. */
class Compressed implements Bodies {
  br: Buffer
  rest?: Rest
  #gzip?: Buffer
  #identity: Buffer | undefined

  constructor({ br, rest }: Small, identity?: Buffer) {
    this.br = br
    this.rest = rest
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
  return bodies.br ? new Compressed({ br: bodies.br, rest: bodies.rest }) : { identity: bodies.identity }
}

/** Bytes in memory; with a gzip body, which may be wanted later and is about a quarter larger than the other. */
export function bytesOf(bodies: Bodies): number {
  return bodies.br ? Math.ceil(bodies.br.length * 2.25) : bodies.identity.length
}

/** Brotli's qualities: while a reader waits, and when nobody does. 10 would take less than half the time, and a page 2 to 6 % more. */
const [quick, best] = [5, 11]

/**
 * The body as it is sent; `compressWell` follows.
 *
 * @param restAt byte from which on it may change by itself: see `withOtherRest`
 */
export async function compress(body: Buffer, restAt?: number): Promise<Bodies> {
  return body.length < worthwhile ? { identity: body } : new Compressed(await brotli(body, quick, restAt), body)
}

/** What an uncompressed part of a Brotli stream can hold with the head that is written here. */
const longestRest = 1 << 16

/**
 * Another body that begins like this one, for next to no work: its rest is sent uncompressed, which makes it a little
 * larger until `compressWell` comes to it. Undefined where it begins otherwise, or where nothing was said of a rest.
 *
 * @param identity of the first body: unpacked once by whoever has read it
 *
 * The parts of a stream: RFC 7932, 9.2. Before its rest the stream was flushed, so a part may begin there.
 */
export function withOtherRest({ br, rest }: Bodies, identity: Buffer, body: Buffer): Bodies | undefined {
  if (!br || !rest || !body.subarray(0, rest.at).equals(identity.subarray(0, rest.at))) return undefined
  const other = body.subarray(rest.at)
  if (other.length === 0 || other.length > longestRest) return undefined
  const head = Buffer.alloc(3)
  // Not the last part; its length less one in 16 bits; uncompressed.
  head.writeUIntLE(((other.length - 1) << 3) | (1 << 19), 0, 3)
  return new Compressed({ br: Buffer.concat([br.subarray(0, rest.brAt), head, other, lastAndEmpty]), rest }, body)
}

const lastAndEmpty = Buffer.from([0b11])

/** What zlib gives is a part of 16 KB, all of which it would keep in memory. */
function cutToSize(bytes: Buffer): Buffer {
  return Buffer.from(bytes)
}

let queue: Promise<unknown> = Promise.resolve()
/** When it was last seen that nobody waits. */
let quietAt = -Infinity

/**
 * The smallest Brotli, made when nobody waits: one at a time, off the main thread, and not while readers need
 * what the machine has.
 *
 * @param wanted asked for when its turn has come; undefined: it is not wanted any more
 */
export function compressWell(wanted: () => Bodies | undefined): Promise<Small | undefined> {
  const done = queue.then(untilQuiet).then(async () => {
    const bodies = wanted()
    if (!bodies) return undefined
    const [began, before] = [performance.now(), process.cpuUsage()]
    const small = await brotli(bodies.identity, best, bodies.rest?.at)
    const took = performance.now() - began
    // It took one processor itself; what the others took tells whether the next may follow at once.
    if (usedSince(before) - took < quiet * took) quietAt = performance.now()
    return small
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
  if (performance.now() - quietAt < watched) return
  const until = performance.now() + patience
  while (performance.now() < until) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    await wait(watched, undefined, { ref: false })
    if (usedSince(before) < quiet * (performance.now() - began)) return
  }
}

/** Processor time, in ms. */
function usedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** @param restAt where the stream is cut: what comes before it is the same whatever comes after */
function brotli(body: Buffer, quality: number, restAt?: number): Promise<Small> {
  const encoder = createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // The usual window of 4 MB costs memory at each compression and brings nothing to a page.
      [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
    },
  })
  const parts: Buffer[] = []
  const take = () => {
    for (let part; (part = encoder.read() as Buffer | null) !== null; ) parts.push(part)
  }
  return new Promise((resolve, reject) => {
    let rest: Rest | undefined
    encoder.on('readable', take).on('error', reject).on('end', () => resolve({ br: Buffer.concat(parts), rest }))
    if (restAt === undefined) return void encoder.end(body)
    encoder.write(body.subarray(0, restAt))
    encoder.flush(() => {
      take()
      rest = { at: restAt, brAt: parts.reduce((sum, { length }) => sum + length, 0) }
      encoder.end(body.subarray(restAt))
    })
  })
}

/** The smallest window, as a power of two, that a body fits into. */
function windowFor(length: number) {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(length + 16))))
}
