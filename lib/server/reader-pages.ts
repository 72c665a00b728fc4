import { performance } from 'node:perf_hooks'
import { log, tellPath } from '@/lib/log'
import { withOtherRest } from '@/lib/page-cache/compress'
import type { Aged, FinishedPage, Made, PageCache } from '@/lib/page-cache/page-cache'
import { withRendering } from '@/lib/page-cache/render-context'
import { type Answer, askNext, type NextHandler } from './ask-next'
import { compressPage, etagOf, finishPage } from './finish-page'
import type { MadeOnce } from './made-once'
import { busyPage, plainPage } from './plain-page'
import { redirectTo } from './redirect'
import type { Reply } from './send'
import { Turnstile } from './turnstile'

/** What the database says of a reader address. */
export type Address =
  | { kind: 'page'; keep: boolean }
  | { kind: 'redirect'; location: string; status: 301 | 302 }
  | { kind: 'gone' }
  | { kind: 'missing' }

export type ReaderPagesOptions = {
  next: NextHandler
  siteUrl: string
  cache: PageCache
  resolveAddress: (key: string) => Promise<Address>
  /** Learns what other processes changed; called before the cache is believed. */
  checkOutside: () => void
  /** A page's HTML with its ranking as it is now, and what that shows; undefined where the page has to be made whole, as all are without this. */
  renewRanking?: (html: string) => Promise<{ html: string; tags: string[] } | undefined>
  /** Nothing is remembered, and faults are shown as Next shows them to developers. */
  isDevelopment?: boolean
}

/** From memory, or made just now. */
export type Found = { reply: Reply; fromMemory: boolean }

const keepable = new Set([200, 301, 308])
const mostTags = 40
const pageOfError = { 404: '/tidak-ada', 410: '/tidak-ada', 500: '/kesalahan', 503: '/kesalahan' } as const
type ErrorStatus = keyof typeof pageOfError

/** Finds what a reader gets for a key of `canonicalAddress`. Never throws: a failure has a page too. */
export class ReaderPages {
  /** For the day when the page of an error cannot be made either. */
  #lastErrorPages = new Map<string, FinishedPage>()

  /** A search reads through all posts, and a feed that few ask for is made each time: two at a time, some wait a moment, the rest are told. Three quarters of the time are for everything else. */
  #searches = new Turnstile(2, 30, 1500, 3)

  constructor(private readonly options: ReaderPagesOptions) {}

  /** The page in memory, if there is a good one. */
  recall(key: string): FinishedPage | undefined {
    this.options.checkOutside()
    return this.options.cache.get(key, this.#remake)
  }

  async find(key: string): Promise<Found> {
    const kept = this.recall(key)
    if (kept) return { reply: kept, fromMemory: true }
    return { reply: await this.#look(key), fromMemory: false }
  }

  /** What the database says of a key; undefined while it cannot be asked. */
  async lookUp(key: string): Promise<Address | undefined> {
    return this.options.resolveAddress(key).catch(() => undefined)
  }

  /** Has the pages of errors at hand before they are needed. */
  async warm(): Promise<void> {
    await this.#errorPage(404)
    await this.#errorPage(500)
  }

  /** A page for one person, such as a refused form: made now and never kept. */
  async makeOnce(key: string): Promise<MadeOnce> {
    const { page } = await this.#make(key, false)
    return { html: page.bodies.identity.toString(), headers: page.headers }
  }

  async #look(key: string): Promise<Reply> {
    try {
      const address = await this.options.resolveAddress(key)
      if (address.kind === 'page' && !address.keep && isCostly(key)) return (await this.#searches.pass(() => this.#page(key, false))) ?? busyPage()
      if (address.kind === 'page') return await this.#page(key, address.keep)
      if (address.kind === 'redirect') return redirectTo(address.location, address.status)
      return await this.#errorPage(address.kind === 'gone' ? 410 : 404)
    } catch (error) {
      log.error({ err: error, path: tellPath(key) }, 'address cannot be looked up')
      return this.#errorPage(503)
    }
  }

  async #page(key: string, keep: boolean): Promise<Reply> {
    const page = await this.options.cache.getOrMake(key, () => this.#make(key, keep))
    if (page.status === 404 || page.status === 410) return this.#errorPage(page.status)
    if (page.status >= 500 && this.options.isDevelopment) return page
    if (page.status >= 500) return this.#errorPage(500)
    return page
  }

  /** The rest of the page stays as it is where its ranking can be made by itself. */
  #remake = async (key: string, { page, tags }: Aged): Promise<Made> => {
    const { identity } = page.bodies
    const html = identity.toString()
    // What it showed once stays among its names; with many, most of them are of lists before.
    const renewed = page.status === 200 && tags.length < mostTags ? await this.options.renewRanking?.(html) : undefined
    if (!renewed) return this.#make(key, true)
    if (renewed.html === html) return { page, tags: new Set(tags), keep: true }
    const body = Buffer.from(renewed.html)
    const bodies = withOtherRest(page.bodies, identity, body) ?? (await compressPage(renewed.html, body))
    return { page: { ...page, etag: etagOf(body), bodies }, tags: new Set([...tags, ...renewed.tags]), keep: true }
  }

  async #make(key: string, keep: boolean): Promise<Made> {
    const { next, siteUrl, isDevelopment = false } = this.options
    const began = performance.now()
    const { result: answer, tags } = await withRendering(() => askNext(next, siteUrl, key))
    const page = await finishPage(answer, key, { siteUrl, isDevelopment })
    const ms = Math.round(performance.now() - began)
    log.info({ path: tellPath(key), status: answer.status, ms, bytes: page.bodies.identity.length }, 'page made')
    return { page, tags, keep: keep && !isDevelopment && isKeepable(answer) }
  }

  async #errorPage(status: ErrorStatus): Promise<Reply> {
    const key = pageOfError[status]
    const last = this.#lastErrorPages.get(key)
    // Without the database it could not be made again, and trying takes time.
    const page = status === 503 && last ? last : await this.#freshErrorPage(key).catch(() => last)
    if (!page) return plainPage(status)
    this.#lastErrorPages.set(key, page)
    const headers: Record<string, string> = { ...page.headers, 'x-robots-tag': 'noindex' }
    if (status >= 500) headers['cache-control'] = 'no-store'
    if (status === 503) headers['retry-after'] = '30'
    return { status, headers, bodies: page.bodies }
  }

  async #freshErrorPage(key: string): Promise<FinishedPage> {
    const page = await this.options.cache.getOrMake(key, () => this.#make(key, true))
    if (page.status !== 200) throw new Error(`the page ${key} answers ${page.status}`)
    return page
  }
}

function isCostly(key: string) {
  return key.startsWith('/feeds/') || (key.startsWith('/search?') && key.includes('q=')) || key.includes('?komentar=c')
}

function isKeepable({ status, headers }: Answer) {
  return keepable.has(status) && !headers['set-cookie']
}
