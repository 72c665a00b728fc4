import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { resolveAddress } from '@/lib/addresses/resolve'
import { AppError } from '@/lib/errors'
import { loadEnv } from '@/lib/env'
import { serveMedia } from '@/lib/media/serve'
import { pageCache } from '@/lib/page-cache/purge'
import { ReaderPages } from '@/lib/server/reader-pages'
import { asFile, linksIn } from './site-html'
import type { Reply } from '@/lib/server/send'
import { fileOf, linkOf, type Link } from './site-links'
import { writeWhole } from './write-file'

export type SiteExport = { pages: number; files: number; missing: string[] }

const starts = ['/', '/arsip', '/label', '/sitemap.xml', '/sitemap-pages.xml', '/robots.txt', '/feeds/posts/default']

/**
 * The whole site as files: every page that a link leads to, made by the same hands as readers' pages, with pictures.
 *
 * @param slot folder of the current build
 */
export async function exportSite(folder: string, slot: string): Promise<SiteExport> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError('conflict', 'export.filled')
  const unfinished = `${folder}.${process.pid}.part`
  mkdirSync(unfinished, { recursive: true })
  const { readers, close } = await openReaders(slot)
  try {
    const done = await new Copier(unfinished, readers).run()
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(unfinished, folder)
    return done
  } finally {
    await close()
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Next in this process, as the server has it, but for nobody who calls from outside. */
async function openReaders(slot: string) {
  const env = loadEnv()
  // Next says on stdout how it starts; that belongs to the answer.
  const quiet = { ...console }
  Object.assign(console, { log: () => {} })
  const { default: next } = await import('next')
  const { config } = JSON.parse(readFileSync(join(slot, 'required-server-files.json'), 'utf8')) as { config: object }
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer: createServer() })
  await app.prepare()
  const readers = new ReaderPages({ next: app.getRequestHandler(), siteUrl: env.SITE_URL, cache: pageCache, resolveAddress, checkOutside: () => {} })
  return { readers, close: async () => {
    await app.close()
    Object.assign(console, quiet)
  } }
}

class Copier {
  readonly #siteUrl = loadEnv().SITE_URL
  /** Key of each page that is there, and of those that lead to one. */
  readonly #pages = new Map<string, string>()
  readonly #files = new Set<string>()
  readonly #missing = new Set<string>()

  constructor(private readonly folder: string, private readonly readers: ReaderPages) {}

  async run(): Promise<SiteExport> {
    const queue = [...starts]
    const bodies = new Set<string>()
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      if (this.#pages.has(key) || this.#missing.has(key)) continue
      const links = await this.#take(key, bodies)
      for (const link of links) if (link.kind === 'page') queue.push(link.key)
    }
    for (const key of bodies) await this.#rewrite(key)
    await this.#writeNotFound()
    for (const file of this.#files) await this.#copyFile(file)
    return { pages: this.#pages.size, files: this.#files.size, missing: [...this.#missing] }
  }

  /** Writes a page as it is; its links are put right when it is known what they lead to. */
  async #take(key: string, html: Set<string>): Promise<Link[]> {
    const { reply } = await this.readers.find(key)
    const elsewhere = this.#targetOf(reply)
    if (elsewhere) {
      this.#pages.set(key, elsewhere)
      return [{ kind: 'page', key: elsewhere, hash: '' }]
    }
    if (reply.status !== 200) {
      this.#missing.add(key)
      return []
    }
    const body = reply.bodies.identity
    await writeWhole(join(this.folder, fileOf(key)!), [body])
    this.#pages.set(key, key)
    if (!String(reply.headers['content-type']).startsWith('text/html')) return []
    html.add(key)
    const links = linksIn(body.toString(), { key, siteUrl: this.#siteUrl })
    for (const link of links) if (link.kind === 'file') this.#files.add(link.path)
    return links
  }

  #targetOf({ status, headers }: Reply): string | null {
    if (status < 300 || status > 399) return null
    const link = linkOf(String(headers.location), '/', this.#siteUrl)
    return link.kind === 'page' ? link.key : null
  }

  async #rewrite(key: string): Promise<void> {
    const file = join(this.folder, fileOf(key)!)
    const html = asFile(readFileSync(file, 'utf8'), { key, siteUrl: this.#siteUrl, findPage: (other) => this.#found(other) })
    await writeWhole(file, [html])
  }

  /** What most file servers show for an address that is not there. */
  async #writeNotFound(): Promise<void> {
    const { reply } = await this.readers.find('/404')
    const html = reply.bodies.identity.toString()
    for (const link of linksIn(html, { key: '/', siteUrl: this.#siteUrl })) if (link.kind === 'file') this.#files.add(link.path)
    const file = asFile(html, { key: '/', siteUrl: this.#siteUrl, isAnywhere: true, findPage: (key) => this.#found(key) })
    await writeWhole(join(this.folder, '404.html'), [file])
  }

  #found(key: string): string | undefined {
    return this.#pages.get(this.#pages.get(key) ?? key)
  }

  async #copyFile(path: string): Promise<void> {
    const bytes = path.startsWith('media/') ? await mediaBytes(path) : existsSync(join('public', path)) ? readFileSync(join('public', path)) : null
    if (bytes) await writeWhole(join(this.folder, path), [bytes])
    else this.#missing.add(`/${path}`)
  }
}

/** As everybody gets it. */
async function mediaBytes(path: string): Promise<Buffer | null> {
  const [, id = '', file = ''] = path.split('/')
  const answer = await serveMedia(id, file, new Headers(), async () => false)
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null
}
