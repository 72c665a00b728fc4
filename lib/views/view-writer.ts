import { Worker } from 'node:worker_threads'
import { log } from '@/lib/log'
import { writeViews } from './commands'
import type { Hit, ViewResult } from './record'
import type { Order, Outcome } from './writing-thread'

/**
 * Has views written on a thread of its own, with a connection of its own: nearly half of what a counted reader costs
 * is the database's, and whoever asks for a page meanwhile would wait for that, and on SQLite for the disk. Should it
 * ever end by itself, views are written here as before.
 *
 * @param script `writing-thread.ts`, bundled
 * @returns ends the thread, after the last view
 */
export function writeViewsApart(script: URL): () => Promise<void> {
  const thread = new WritingThread(script, (error) => {
    log.error({ err: error }, 'the thread that writes views has ended')
    writeViews()
  })
  writeViews((hits) => thread.write(hits))
  return () => thread.close()
}

class WritingThread {
  readonly #worker: Worker
  readonly #ended: Promise<void>
  #waiting: { resolve: (results: ViewResult[]) => void; reject: (error: unknown) => void } | undefined

  constructor(script: URL, onFailure: (error: unknown) => void) {
    this.#worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 } })
    this.#worker.on('message', (outcome: Outcome) => this.#finish(outcome))
    this.#worker.on('error', (error) => {
      onFailure(error)
      this.#finish({ error })
    })
    this.#ended = new Promise((resolve) => void this.#worker.once('exit', () => resolve()))
  }

  /** One round at a time. Resolves when it is on disk. */
  write(hits: Hit[]): Promise<ViewResult[]> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#worker.postMessage(hits satisfies Order, [])
    })
  }

  async close(): Promise<void> {
    this.#worker.postMessage(null satisfies Order, [])
    await this.#ended
  }

  #finish(outcome: Outcome) {
    const waiting = this.#waiting
    this.#waiting = undefined
    if ('error' in outcome) waiting?.reject(outcome.error)
    else waiting?.resolve(outcome.results)
  }
}
