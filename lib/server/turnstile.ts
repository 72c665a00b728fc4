/** Lets a few through at a time; others wait a little, and are then turned away rather than kept. */
export class Turnstile {
  #inside = 0
  #waiting: { enter: () => void; timer: NodeJS.Timeout }[] = []

  /** @param patience how long somebody waits at most, in ms */
  constructor(private readonly most: number, private readonly mostWaiting: number, private readonly patience: number) {}

  /** What `run` gives, or undefined when there was no turn in time. */
  async pass<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (!(await this.#enter())) return undefined
    try {
      return await run()
    } finally {
      this.#leave()
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
