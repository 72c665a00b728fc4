import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

const atOnce = 256 * 1024
const lineEnd = 0x0a

/** JSON has no end of a line within itself. */
export function lineOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

/** Values on disk, a line each: written once, then read as often as needed, one at a time. */
export class LineFile<T> {
  #handle: FileHandle | undefined
  #waiting: Uint8Array[] = []
  #length = 0

  constructor(readonly path: string) {}

  async add(value: T): Promise<void> {
    await this.addLines(lineOf(value))
  }

  /** @param lines as `lineOf` gives them, one or more */
  async addLines(lines: Uint8Array): Promise<void> {
    this.#waiting.push(lines)
    this.#length += lines.length
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
    // Letters become text when the line is whole: half of it may be in the next piece.
    let begun: Buffer[] = []
    for await (const piece of createReadStream(this.path, { highWaterMark: atOnce }) as AsyncIterable<Buffer>) {
      let at = 0
      for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd, at)) {
        yield JSON.parse(Buffer.concat([...begun, piece.subarray(at, end)]).toString()) as T
        begun = []
        at = end + 1
      }
      begun.push(piece.subarray(at))
    }
  }

  async #write(): Promise<void> {
    this.#handle ??= await open(this.path, 'a', 0o600)
    await this.#handle.appendFile(Buffer.concat(this.#waiting))
    this.#waiting = []
    this.#length = 0
  }
}
