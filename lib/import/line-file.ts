import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'

const atOnce = 256 * 1024

/** A reader of lines takes more than one letter for the end of one. */
export function lineOf(value: unknown): string {
  return `${JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)}\n`
}

/** Values on disk, a line each: written once, then read as often as needed, one at a time. */
export class LineFile<T> {
  #handle: FileHandle | undefined
  #waiting: string[] = []
  #length = 0

  constructor(readonly path: string) {}

  async add(value: T): Promise<void> {
    await this.addLine(lineOf(value))
  }

  async addLine(line: string): Promise<void> {
    this.#waiting.push(line)
    this.#length += line.length
    if (this.#length > atOnce) await this.#write()
  }

  async finish(): Promise<void> {
    await this.#write()
    await this.close()
  }

  async close(): Promise<void> {
    await this.#handle?.close()
    this.#handle = undefined
  }

  async *read(): AsyncGenerator<T> {
    for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) yield JSON.parse(line) as T
  }

  async #write(): Promise<void> {
    this.#handle ??= await open(this.path, 'a', 0o600)
    await this.#handle.appendFile(this.#waiting.join(''))
    this.#waiting = []
    this.#length = 0
  }
}
