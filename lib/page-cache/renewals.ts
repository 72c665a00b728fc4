import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { isBusySince } from './busy'

/** While readers keep it busy, how many times as long as a page took the next one waits. */
const restWhenBusy = 9

/** Makes pages anew behind the readers' backs: one at a time, and while there is much to do a tenth of the time at most. */
export class Renewals {
  #waiting = new Map<string, () => Promise<void>>()
  #isRunning = false

  get size() {
    return this.#waiting.size
  }

  /** `renew` must not reject. What waits already under this key keeps its place. */
  add(key: string, renew: () => Promise<void>): void {
    if (!this.#waiting.has(key)) this.#waiting.set(key, renew)
    if (!this.#isRunning) void this.#run()
  }

  async #run() {
    this.#isRunning = true
    // Whoever came first is answered first.
    await wait(1)
    let before = performance.eventLoopUtilization()
    for (const [key, renew] of this.#waiting) {
      const began = performance.now()
      await renew()
      this.#waiting.delete(key)
      const took = performance.now() - began
      await wait(isBusySince(before) ? took * restWhenBusy : took)
      before = performance.eventLoopUtilization()
    }
    this.#isRunning = false
  }
}
