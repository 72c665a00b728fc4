/**
 * Lets a few through at a time; others wait a little, and are then turned away rather than kept. A place may rest
 * after each: what holds the thread would otherwise hold it all the time, and readers of other pages with it.
 */
export class Turnstile {
  #inside = 0
  #waiting: { enter: () => void; timer: NodeJS.Timeout }[] = []

  /**
   * @param patience how long somebody waits at most, in ms
   * @param rest how many times as long as somebody was inside their place then stays empty
   */
  constructor(private readonly most: number, private readonly mostWaiting: number, private readonly patience: number, private readonly rest = 0) {}

  /** What `run` gives, or undefined when there was no turn in time. */
  async pass<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (!(await this.#enter())) return undefined
    const entered = performance.now()
    try {
      return await run()
    } finally {
      setTimeout(() => this.#leave(), (performance.now() - entered) * this.rest).unref()
    }
  }

  #enter(): Promise<boolean> {
    if (this.#inside < this.most) {
      this.#inside++
      return Promise.resolve(true)
    }
    if (this.#waiting.length >= this.mostWaiting) return Promise.resolve(false)
    return new Promise((resolve) => {
      const one = { enter: () => { clearTimeout(one.timer); resolve(true) }, timer: setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== one)
        resolve(false)
      }, this.patience) }
      this.#waiting.push(one)
    })
  }

  /** The place goes to whoever has waited longest. */
  #leave() {
    const next = this.#waiting.shift()
    if (next) next.enter()
    else this.#inside--
  }
}
