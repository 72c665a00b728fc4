import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { SourcePost } from './entries'
import { recordsOf } from './read-post'

/** How much goes to the other thread at once, and how many such pieces are on their way: the file need not fit in memory. */
const batchLetters = 128 * 1024
const ahead = 3

/** Beside the command line's bundle. Spelled so that Next does not look for it when it builds the pages, where it is not. */
const script = new URL(import.meta.url.replace(/[^/]*$/, 'post-worker.mjs'))

/**
 * Reads posts, which is most of the work of an import, on a second thread and on this one, whichever is free. Records
 * come out in the order of the file. A small file is not worth a thread.
 */
export class PostReader {
  #batch: SourcePost[] = []
  #letters = 0
  #worker: PostWorker | undefined
  readonly #sent: Promise<Uint8Array>[] = []

  constructor(
    readonly write: (records: Uint8Array) => Promise<void>,
    readonly known: ReadonlySet<string>,
  ) {}

  async add(post: SourcePost): Promise<void> {
    this.#batch.push(post)
    this.#letters += post.html.length
    if (this.#letters < batchLetters) return
    if (!this.#worker && existsSync(script)) this.#worker = new PostWorker(this.known)
    await this.#send()
  }

  async finish(): Promise<void> {
    await this.#send()
    while (this.#sent.length > 0) await this.#take()
    await this.close()
  }

  async close(): Promise<void> {
    await this.#worker?.end()
    this.#worker = undefined
  }

  async #send(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    this.#letters = 0
    // Rather than wait for the other thread this one does as it does.
    const isFree = this.#worker && this.#worker.busy < ahead - 1
    const records = isFree ? this.#worker!.read(batch) : Promise.resolve(recordsOf(batch, this.known))
    // Whoever takes it hears of a failure; until then nobody does.
    records.catch(() => {})
    this.#sent.push(records)
    if (this.#sent.length > ahead) await this.#take()
  }

  async #take(): Promise<void> {
    await this.write(await this.#sent.shift()!)
  }
}

type Waiting = { resolve: (records: Uint8Array) => void; reject: (error: Error) => void }

/** The other thread; it answers in the order in which it is asked. */
class PostWorker {
  readonly #thread: Worker
  readonly #waiting: Waiting[] = []
  #failed: Error | undefined

  constructor(known: ReadonlySet<string>) {
    // What it reads is short-lived, and a post as large as may be still has room.
    this.#thread = new Worker(script, { workerData: known, resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } })
    this.#thread.on('message', (records: Uint8Array) => this.#waiting.shift()!.resolve(records))
    this.#thread.on('error', (error: Error) => this.#fail(error))
    this.#thread.on('exit', () => this.#fail(new Error('the thread that reads posts has ended')))
  }

  /** How many batches it has not answered yet. */
  get busy(): number {
    return this.#waiting.length
  }

  read(posts: SourcePost[]): Promise<Uint8Array> {
    if (this.#failed) return Promise.reject(this.#failed)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#thread.postMessage(posts, [])
    })
  }

  async end(): Promise<void> {
    await this.#thread.terminate()
  }

  #fail(error: Error): void {
    this.#failed ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failed)
  }
}
