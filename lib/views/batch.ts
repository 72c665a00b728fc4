/** What waits for the write before it, at most. */
const largest = 500

/** Items that arrive while others are being written are written together, in the next round. */
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
    // One turn of the event loop, so that what arrives at the same moment comes along.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
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
