import { setTimeout as wait } from 'node:timers/promises'

/** What is written in one round, at most. */
const largest = 500
/** From one round to the next, in ms: a round costs nearly the same for one as for many, and nobody looks at the answer. */
const gathering = 40
/** So many need not wait for more: with larger rounds everybody waits for everybody, and fewer are counted. */
const plenty = 20

/** Items that arrive within a moment, or while others are being written, are written together. */
export class Batch<Item, Result> {
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  #running = false

  /** @param write gives a result for each item, in order */
  constructor(private readonly write: (items: Item[]) => Promise<Result[]>) {}

  /** Resolves with the item's result once it is written. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run() {
    this.#running = true
    let began = performance.now()
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < plenty) await wait(Math.max(0, began + gathering - performance.now()))
      began = performance.now()
      const round = this.#waiting.splice(0, largest)
      try {
        const results = await this.write(round.map(({ item }) => item))
        round.forEach(({ resolve }, i) => resolve(results[i]!))
      } catch (error) {
        round.forEach(({ reject }) => reject(error))
      }
    }
    this.#running = false
  }
}
