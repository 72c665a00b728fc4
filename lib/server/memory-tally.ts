import { log } from '@/lib/log'
import type { Bodies } from '@/lib/page-cache/compress'

/** Answers from memory are too many to be told one by one: one line a minute says how many they were. */
export class MemoryTally {
  #answers = 0
  #bytes = 0
  #timer = setInterval(() => this.tell(), 60_000).unref()

  count(bodies: Bodies): void {
    this.#answers++
    this.#bytes += (bodies.br ?? bodies.identity).length
  }

  tell(): void {
    if (this.#answers > 0) log.info({ answers: this.#answers, bytes: this.#bytes }, 'from memory')
    this.#answers = this.#bytes = 0
  }

  stop(): void {
    clearInterval(this.#timer)
    this.tell()
  }
}
