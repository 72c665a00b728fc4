import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

const atOnce = 256 * 1024

/** A value, and apart from it its long texts: to write them as JSON and to read that takes longer than all else. */
export type Packed = { value: unknown; texts: string[] }

/**
 * Records as they lie on disk: how many parts one has, how many bytes each of them takes (32 bits, the lesser first),
 * then the parts, of which the first is the value as JSON. Given in memory that nothing else is in.
 */
export function bytesOf(records: Packed[]): Uint8Array {
  let end = 0
  for (const { value, texts } of records) {
    const parts = [JSON.stringify(value), ...texts]
    makeRoom(end, 4 + parts.reduce((sum, { length }) => sum + 4 + length * mostBytes, 0))
    let head = scratch.writeUInt32LE(parts.length, end)
    end = head + 4 * parts.length
    for (const part of parts) {
      const length = scratch.write(part, end)
      head = scratch.writeUInt32LE(length, head)
      end += length
    }
  }
  return new Uint8Array(scratch.subarray(0, end))
}

/** A value and its texts as one again. */
export type Together<T> = (value: unknown, texts: string[]) => T

/** The values of the records that lie there whole, one after another; returns what is left. */
export function* recordsIn<T>(all: Buffer, together: Together<T>): Generator<T, Buffer> {
  let at = 0
  for (;;) {
    const end = at + lengthAt(all, at)
    if (end > all.length) return all.subarray(at)
    const [value, ...texts] = partsAt(all, at)
    yield together(JSON.parse(value!), texts)
    at = end
  }
}

/** Of a UTF-16 unit in UTF-8. */
const mostBytes = 3
let scratch = Buffer.allocUnsafe(0)

function makeRoom(end: number, more: number): void {
  if (end + more <= scratch.length) return
  const larger = Buffer.allocUnsafe(Math.max(end + more, scratch.length * 2))
  scratch.copy(larger, 0, 0, end)
  scratch = larger
}

/** Values on disk: written once, then read as often as needed, one at a time. */
export class RecordFile<T> {
  #handle: FileHandle | undefined
  #waiting: Uint8Array[] = []
  #length = 0

  constructor(readonly path: string, readonly together: Together<T>) {}

  /** @param records as `bytesOf` gives them */
  async add(records: Uint8Array): Promise<void> {
    this.#waiting.push(records)
    this.#length += records.length
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
    let pieces: Buffer[] = []
    let length = 0
    let wanted = 0
    for await (const piece of createReadStream(this.path, { highWaterMark: atOnce }) as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length < wanted) continue
      const rest = yield* recordsIn(pieces.length === 1 ? piece : Buffer.concat(pieces), this.together)
      pieces = [rest]
      length = rest.length
      wanted = lengthAt(rest, 0)
    }
  }

  async #write(): Promise<void> {
    this.#handle ??= await open(this.path, 'a', 0o600)
    await this.#handle.appendFile(Buffer.concat(this.#waiting))
    this.#waiting = []
    this.#length = 0
  }
}

/** Of the record that begins there, in bytes; where it is not all there, at least so many. */
function lengthAt(all: Buffer, at: number): number {
  const there = all.length - at
  if (there < 4) return 4
  const head = 4 + 4 * all.readUInt32LE(at)
  return there < head ? head : lengthsAt(all, at).reduce((sum, length) => sum + length, head)
}

function lengthsAt(all: Buffer, at: number): number[] {
  return Array.from({ length: all.readUInt32LE(at) }, (_, i) => all.readUInt32LE(at + 4 + 4 * i))
}

function partsAt(all: Buffer, at: number): string[] {
  const lengths = lengthsAt(all, at)
  let end = at + 4 + 4 * lengths.length
  return lengths.map((length) => all.toString('utf8', end, (end += length)))
}
