import { buffer } from 'node:stream/consumers'
import { type Entry as ZipEntry, openPromise, type ZipFile } from 'yauzl'
import { refuse } from '../refuse'

const mostFiles = 200_000
/** A file that unpacks to more than this, and to this many times its size, was made to. */
const suspiciousSize = 512 * 1024 * 1024
const suspiciousRatio = 150
const largestPicture = 40 * 1024 * 1024

/** The files of an archive, all of its names and sizes looked at before the first is unpacked. */
export class Archive {
  private constructor(readonly zip: ZipFile, readonly files: ZipEntry[]) {}

  /** @throws AppError `import.zip…` */
  static async open(file: string): Promise<Archive> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => {
      throw refuse('zip')
    })
    try {
      return new Archive(zip, await listFiles(zip))
    } catch (error) {
      zip.close()
      throw error
    }
  }

  async stream(entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
    if (entry.isEncrypted()) throw refuse('zip')
    const stream = await this.zip.openReadStreamPromise(entry).catch(() => {
      throw refuse('zip')
    })
    return readAll(stream)
  }

  /** The whole of a small file; null when it is too large to be a picture. */
  async read(entry: ZipEntry): Promise<Buffer | null> {
    if (entry.uncompressedSize > largestPicture || entry.isEncrypted()) return null
    return buffer(await this.zip.openReadStreamPromise(entry))
  }

  close(): void {
    this.zip.close()
  }
}

async function* readAll(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch {
    throw refuse('zip')
  }
}

async function listFiles(zip: ZipFile): Promise<ZipEntry[]> {
  if (zip.entryCount > mostFiles) throw refuse('zip-bomb')
  const files: ZipEntry[] = []
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (isSuspicious(entry.uncompressedSize, entry.compressedSize)) throw refuse('zip-bomb')
      unpacked += entry.uncompressedSize
      // Many names for the same bytes.
      if (isSuspicious(unpacked, zip.fileSize)) throw refuse('zip-bomb')
      if (!entry.fileName.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(entry.fileName)) files.push(entry)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') throw error
    throw refuse(/relative path|absolute path|invalid characters in fileName/i.test((error as Error).message) ? 'zip-path' : 'zip')
  }
  return files
}

function isSuspicious(unpacked: number, packed: number): boolean {
  return unpacked > suspiciousSize && unpacked > packed * suspiciousRatio
}
