import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { env } from '@/lib/env'
import type { MediaStore } from './store'

/** Files in the data folder, below `uploads`. */
export const folderStore: MediaStore = {
  async put(name, bytes) {
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

  async get(name) {
    return readFile(pathOf(name)).catch(unlessMissing)
  },

  async read(name, from, to) {
    const found = await stat(pathOf(name)).catch(unlessMissing)
    return found && (Readable.toWeb(createReadStream(pathOf(name), { start: from, end: to })) as ReadableStream<Uint8Array>)
  },

  async remove(name) {
    await rm(pathOf(name), { force: true })
  },
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function pathOf(name: string): string {
  return join(env.TEDUH_DATA, 'uploads', name)
}
