import { open, type FileHandle } from 'node:fs/promises'

/** A value, and apart from it its long texts: to write them as JSON and to read that takes longer than all else. */
export type Packed = { value: unknown; texts: string[] }

/** A value and its texts as one again. */
export type Together<T> = (value: unknown, texts: string[]) => T

/** Where some records lie in a file, in bytes. */
export type Piece = { at: number; length: number }

/** How much lies in a piece, unless one record is longer: the file need not fit in memory. */
const most = { letters: 128 * 1024, records: 200 }

/** Values on disk: written once, then read as often as needed, one at a time. */
export class RecordFile<T> {
  #handle: FileHandle | undefined
  #waiting: Packed[] = []
  #letters = 0
  #end = 0
  /** What lies on disk already. */
  readonly pieces: Piece[] = []

  constructor(readonly path: string, readonly apart: (value: T) => Packed, readonly together: Together<T>) {}

  async add(value: T): Promise<void> {
    const record = this.apart(value)
    this.#waiting.push(record)
    this.#letters += record.texts.reduce((sum, { length }) => sum + length, 0)
    if (this.#letters >= most.letters || this.#waiting.length >= most.records) await this.#lay()
  }

  /** After the last value. */
  async finish(): Promise<void> {
    if (this.#waiting.length > 0) await this.#lay()
  }

  async close(): Promise<void> {
    await this.#handle?.close()
    this.#handle = undefined
  }

  async *read(): AsyncGenerator<T> {
    for (const piece of this.pieces) yield* recordsIn(await bytesAt(this.#handle!, piece), this.together)
  }

  async #lay(): Promise<void> {
    const bytes = bytesOf(this.#waiting)
    this.#waiting = []
    this.#letters = 0
    this.#handle ??= await open(this.path, 'a+', 0o600)
    await this.#handle.appendFile(bytes)
    this.pieces.push({ at: this.#end, length: bytes.length })
    this.#end += bytes.length
  }
}

export async function bytesAt(handle: FileHandle, { at, length }: Piece): Promise<Buffer> {
  const { buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
  return buffer
}

/**
 * Records as they lie on disk: how many parts one has, how many bytes each of them takes (32 bits, the lesser first),
 * then the parts, of which the first is the value as JSON.
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

/** Of a UTF-16 unit in UTF-8. */
const mostBytes = 3
let scratch = Buffer.allocUnsafe(0)

function makeRoom(end: number, more: number): void {
  if (end + more <= scratch.length) return
  const larger = Buffer.allocUnsafe(Math.max(end + more, scratch.length * 2))
  scratch.copy(larger, 0, 0, end)
  scratch = larger
}

/** The values of the records that `bytesOf` gave. */
export function* recordsIn<T>(bytes: Buffer, together: Together<T>): Generator<T> {
  for (let at = 0; at < bytes.length; ) {
    const lengths = Array.from({ length: bytes.readUInt32LE(at) }, (_, i) => bytes.readUInt32LE(at + 4 + 4 * i))
    at += 4 + 4 * lengths.length
    const [value, ...texts] = lengths.map((length) => bytes.toString('utf8', at, (at += length)))
    yield together(JSON.parse(value!), texts)
  }
}
