import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SourcePost } from './entries'
import { apart, postOf, readPost, said, type ReadPost } from './read-post'
import { bytesAt, RecordFile, recordsIn, type Piece } from './record-file'

/** What the thread is told: the files that it reads and writes, and the hashes of what is in the blog already. */
export type Errand = { said: string; read: string; known: ReadonlySet<string> }

/** Beside the command line's bundle. Spelled so that Next does not look for it when it builds the pages, where it is not. */
const script = new URL(import.meta.url.replace(/[^/]*$/, 'post-worker.mjs'))

/**
 * Lays posts on disk as the file has them, and reads them, which is most of the work of an import, on a second thread:
 * that begins while the file still comes and goes on while what it has done is being written to the blog. Posts come
 * out in the order of the file. A small file is not worth a thread; its posts are read when they are asked for.
 */
export class PostReader {
  readonly #errand: Errand
  readonly #said: RecordFile<SourcePost>
  #thread: ReadingThread | undefined

  constructor(folder: string, known: ReadonlySet<string>) {
    this.#errand = { said: join(folder, 'posts'), read: join(folder, 'read'), known }
    this.#said = new RecordFile<SourcePost>(this.#errand.said, apart, said)
  }

  async add(post: SourcePost): Promise<void> {
    await this.#said.add(post)
    if (this.#said.pieces.length > 1 && hasScript()) this.#thread ??= new ReadingThread(this.#errand)
    this.#thread?.take(this.#said.pieces)
  }

  /** After the last post. */
  async finish(): Promise<void> {
    await this.#said.finish()
    this.#thread?.take(this.#said.pieces)
  }

  async close(): Promise<void> {
    await Promise.all([this.#thread?.end(), this.#said.close()])
  }

  /** As the file has them. */
  said = () => this.#said.read()

  async *read(): AsyncGenerator<ReadPost> {
    if (this.#thread) yield* this.#thread.read()
    else for await (const post of this.said()) yield readPost(post, this.#errand.known)
  }
}

let isScriptThere: boolean | undefined
const hasScript = () => (isScriptThere ??= existsSync(script))

type Waiting = { resolve: (piece: Piece) => void; reject: (error: Error) => void }

/** It answers in the order in which it is asked, with where it has laid what it read. */
class ReadingThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  readonly #read: Promise<Piece>[] = []
  #failed: Error | undefined

  constructor(readonly errand: Errand) {
    // What it reads is short-lived, and a post as large as may be still has room.
    this.#worker = new Worker(script, { workerData: errand, resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } })
    this.#worker.on('message', (piece: Piece) => this.#waiting.shift()!.resolve(piece))
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('the thread that reads posts has ended')))
  }

  /** Those of the pieces that it has not taken yet. */
  take(pieces: Piece[]): void {
    for (const piece of pieces.slice(this.#read.length)) {
      const read = this.#failed ? Promise.reject(this.#failed) : new Promise<Piece>((resolve, reject) => this.#waiting.push({ resolve, reject }))
      // Whoever takes it hears of a failure; until then nobody does.
      read.catch(() => {})
      this.#read.push(read)
      this.#worker.postMessage(piece, [])
    }
  }

  async *read(): AsyncGenerator<ReadPost> {
    const first = await this.#read[0]
    if (!first) return
    const handle = await open(this.errand.read, 'r')
    try {
      for (const piece of this.#read) yield* recordsIn(await bytesAt(handle, await piece), postOf)
    } finally {
      await handle.close()
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#failed ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failed)
  }
}
