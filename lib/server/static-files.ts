import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { compress } from '@/lib/page-cache/compress'
import { etagOf } from './finish-page'
import { barePolicy } from './security-headers'
import type { Reply } from './send'

const text = (type: string) => `${type}; charset=utf-8`
const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': text('text/css'),
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': text('text/javascript'),
  '.json': text('application/json'),
  '.map': text('application/json'),
  '.png': 'image/png',
  '.speculationrules': 'application/speculationrules+json',
  '.svg': 'image/svg+xml',
  '.txt': text('text/plain'),
  '.webmanifest': text('application/manifest+json'),
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const compressible = /^(text|application)\/|svg|x-icon/

/**
 * Files known at the start, each read and compressed once when it is first asked for.
 * Only listed names are served, so no address can lead out of the folders.
 */
export class StaticFiles {
  #files = new Map<string, { file: string; cacheControl: string }>()
  #replies = new Map<string, Promise<Reply>>()

  /** @param remember false reads a file at every request, for developers */
  constructor(private readonly remember = true) {}

  /** Serves a folder under an address. `immutable`: the names hold a hash. A missing folder has no files. */
  add(folder: string, address: string, { immutable }: { immutable: boolean }): this {
    const cacheControl = immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
    for (const name of listFiles(folder)) {
      const path = address + name.split('/').map(encodeURIComponent).join('/')
      this.#files.set(path, { file: join(folder, name), cacheControl })
    }
    return this
  }

  find(path: string): Promise<Reply> | undefined {
    const known = this.#files.get(path)
    if (!known) return undefined
    if (!this.remember) return load(known.file, 'no-cache')
    const reply = this.#replies.get(path) ?? load(known.file, known.cacheControl)
    this.#replies.set(path, reply)
    // A file that could not be read now may be readable later.
    reply.catch(() => this.#replies.delete(path))
    return reply
  }
}

async function load(file: string, cacheControl: string): Promise<Reply> {
  const body = await readFile(file)
  const type = types[extname(file)] ?? 'application/octet-stream'
  return {
    status: 200,
    headers: { 'content-type': type, 'cache-control': cacheControl, 'content-security-policy': barePolicy },
    etag: etagOf(body),
    bodies: compressible.test(type) ? await compress(body) : { identity: body },
  }
}

/** A path in a folder of files that holds nothing of that name; a page would be wasted on it. */
export const noSuchFile: Reply = {
  status: 404,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': barePolicy,
  },
  bodies: { identity: Buffer.from('No such file.\n') },
}

function listFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
