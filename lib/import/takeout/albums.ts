import type { Entry as ZipEntry } from 'yauzl'
import { takePicture } from '../engine/take-picture'
import type { OwnPicture, OwnPictures } from '../engine/work'
import { fileNameIn } from '@/lib/remote-pictures/address'
import type { Archive } from './archive'

const picture = /\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp)$/i

export function isPicture(name: string): boolean {
  return picture.test(name)
}

/** Pictures of the archive by what their file is called, which is also the end of their address in posts. */
export class Albums implements OwnPictures {
  readonly #byName = new Map<string, ZipEntry[]>()
  readonly #stored = new Map<ZipEntry, OwnPicture | null>()

  constructor(readonly archive: Archive, readonly files: ZipEntry[]) {
    for (const file of files) {
      const key = nameKey(file.fileName.split('/').at(-1)!)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), file])
    }
  }

  async find(url: string): Promise<OwnPicture | null> {
    const name = fileNameIn(url)
    const [first, ...others] = (name && this.#byName.get(nameKey(name))) || []
    // Two pictures of one name: nobody can say which is meant.
    if (!first || others.some((other) => other.crc32 !== first.crc32 || other.uncompressedSize !== first.uncompressedSize)) return null
    return this.#store(first)
  }

  async bringRest(isCancelled: () => Promise<boolean> | boolean): Promise<{ refused: string[] }> {
    for (const file of this.files) {
      if (await isCancelled()) break
      await this.#store(file)
    }
    return { refused: [...this.#stored].filter(([, stored]) => !stored).map(([file]) => file.fileName) }
  }

  async #store(file: ZipEntry): Promise<OwnPicture | null> {
    const known = this.#stored.get(file)
    if (known !== undefined) return known
    const stored = await this.#take(file)
    this.#stored.set(file, stored)
    return stored
  }

  async #take(file: ZipEntry): Promise<OwnPicture | null> {
    const bytes = await this.archive.read(file)
    if (!bytes) return null
    return takePicture(bytes, file.fileName.split('/').at(-1)!)
  }
}

/** Takeout writes `_` for what a file system does not like; addresses write `+` for a space. */
function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '_')
}
