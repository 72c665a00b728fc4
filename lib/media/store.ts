import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@/lib/env'
import { derivedNames } from './derived'

/** Where the files of pictures are: the data folder here, an S3-compatible store some day. */
export const mediaStore = {
  /** Durable when it resolves. */
  async put(name: string, bytes: Buffer): Promise<void> {
    const path = pathOf(name)
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  },

  /** Null when there is no such file. */
  async get(name: string): Promise<Buffer | null> {
    return readFile(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  },

  async remove(name: string): Promise<void> {
    await rm(pathOf(name), { force: true })
  },
}

/** The stored name of a picture in one width. */
export function fileName(hash: string, width: number): string {
  return `${hash.slice(0, 2)}/${hash}-${width}.webp`
}

/** The stored name of a form made from a picture, as `share.jpg`. */
export function derivedName(hash: string, form: string): string {
  return `${hash.slice(0, 2)}/${hash}-${form}`
}

/** Every name under which something of a picture may be stored. */
export function allNames(hash: string, widths: number[]): string[] {
  return [...widths.map((width) => fileName(hash, width)), ...derivedNames.map((form) => derivedName(hash, form))]
}

function pathOf(name: string): string {
  return join(env.TEDUH_DATA, 'uploads', name)
}
