import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@/lib/env'

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

function pathOf(name: string): string {
  return join(env.TEDUH_DATA, 'uploads', name)
}
