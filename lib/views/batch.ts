import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@/lib/errors'

/** What is written in one round, at most. */
const largest = 500
/** From one round to the next, in ms: a round costs nearly the same for one as for many, and nobody looks at the answer. */
const gathering = 40
/** The same while many come: a round of them is large enough sooner, and who was answered comes back together with all others. */
const hurried = 15
const many = 20

/** How many of a round are told at a time. */
const slice = 24
/** May wait; two seconds' worth on a very good day. */
const most = 10_000

/** Items that arrive within a moment, or while others are being written, are written together. */
export class Batch<Item, Result> {
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  #running = false
  /** When the last round began. */
  #began = 0
  /** How many came in the last rounds, of which larger ones are forgotten slowly. */
  #recent = 0

  /** @param write gives a result for each item, in order */
  constructor(private readonly write: (items: Item[]) => Promise<Result[]>) {}

  /**
   * Resolves with the item's result once it is written.
   * @throws AppError `unavailable` when too many wait already
   */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= most) return reject(new AppError('unavailable', 'unavailable', { retryAfter: 5 }))
      this.#waiting.push({ item, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run() {
    this.#running = true
    while (this.#waiting.length > 0) {
      await wait(Math.max(0, this.#began + (this.#recent < many ? gathering : hurried) - performance.now()))
      this.#began = performance.now()
      const round = this.#waiting.splice(0, largest)
      this.#recent = Math.max(round.length, this.#recent / 2)
      try {
        const results = await this.write(round.map(({ item }) => item))
        await inSlices(round, ({ resolve }, i) => resolve(results[i]!))
      } catch (error) {
        // Those who came meanwhile would wait as long to hear the same.
        await inSlices([...round, ...this.#waiting.splice(0)], ({ reject }) => reject(error))
      }
    }
    this.#running = false
  }
}

/** Others want something too. */
async function inSlices<Each>(all: Each[], tell: (each: Each, i: number) => void) {
  for (const [i, each] of all.entries()) {
    tell(each, i)
    if (i % slice === slice - 1) await turn()
  }
}
