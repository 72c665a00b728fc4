import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** Asked for at once on one connection. No browser asks for two. */
const mostUnanswered = 100

type Done = (error?: Error | null) => void

/**
 * What Node's HTTP takes for a connection of its own: of a real one it sees the requests that are lent to it, and
 * what it answers goes out there.
 */
export class NodeSide extends Duplex {
  readonly remoteAddress: string | undefined
  /** Whether what it is told to destroy is the real connection too. */
  isLent = false

  #unanswered = 0

  /** @param onAnswered called when an answer is out */
  constructor(private readonly socket: Socket, private readonly onAnswered: () => void) {
    super({ allowHalfOpen: true, decodeStrings: false })
    this.remoteAddress = socket.remoteAddress
  }

  /** For each request that Node reads from it. */
  watch(response: ServerResponse) {
    response.once('close', () => {
      this.#unanswered--
      this.onAnswered()
    })
    // Node bounds the answers that wait to be read, not the requests.
    if (++this.#unanswered > mostUnanswered) this.destroy()
  }

  /** As a socket's: Node's HTTP closes with it what stays unused. */
  setTimeout(ms: number, onTimeout?: () => void): this {
    this.socket.setTimeout(ms)
    return onTimeout ? this.once('timeout', onTimeout) : this
  }

  override _read() {
    this.socket.resume()
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: Done) {
    this.socket.write(chunk, encoding, done)
  }

  override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: Done) {
    this.socket.cork()
    chunks.forEach(({ chunk, encoding }, i) => this.socket.write(chunk, encoding, i === chunks.length - 1 ? done : undefined))
    this.socket.uncork()
  }

  override _final(done: Done) {
    this.socket.end(done)
  }

  /** As a socket's: Node's HTTP calls it to close once all is written. */
  destroySoon() {
    if (this.writable) this.end()
    if (this.writableFinished) this.destroy()
    else this.once('finish', () => this.destroy())
  }

  override _destroy(error: Error | null, done: Done) {
    if (this.isLent) this.socket.destroy(error ?? undefined)
    done(error)
  }
}
