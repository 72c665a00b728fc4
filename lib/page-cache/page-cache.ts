import { LRUCache } from 'lru-cache'
import { type Bodies, bytesOf, compressWell, packed } from './compress'
import { Renewals } from './renewals'

/** A finished answer, the same for everybody. */
export type FinishedPage = {
  status: number
  /** Lower-case names; without those that follow from the body. */
  headers: Record<string, string>
  etag: string
  bodies: Bodies
}

/** What making a page gives: the page, the names of what it shows, and whether it may be remembered. */
export type Made = { page: FinishedPage; tags: ReadonlySet<string>; keep: boolean }

/** A page whose ranking alone has aged, and what it shows. */
export type Aged = { page: FinishedPage; tags: readonly string[] }

type Make = () => Promise<Made>
type Entry = { page: FinishedPage; tags: readonly string[]; isAged: boolean }
type Making = { purges: { number: number; tags: readonly string[] }[]; made: Promise<Made> }

/** Belongs to every page: a change of it changes them all. */
const everything = 'settings'
/** Ages a page without making it wrong: what it names was public then and still is. */
const mild = 'popular'
/** Where pages are filed that did not say what they show; any change may concern them. */
const unsaid = ''

/** Finished pages by key, bounded in bytes. Knows nothing of posts, of HTTP, or of Next. */
export class PageCache {
  #entries: LRUCache<string, Entry>
  #keysByTag = new Map<string, Set<string>>()
  #makings = new Map<string, Making>()
  #purgeNumber = 0
  #renewals = new Renewals()

  constructor(maxBytes: number) {
    this.#entries = new LRUCache<string, Entry>({
      maxSize: maxBytes,
      // No single page may push out a large part of the others.
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: (entry, key) => sizeOf(entry.page) + key.length * 2,
      dispose: (entry, key) => entry.tags.forEach((tag) => this.#unfile(tag, key)),
    })
  }

  get bytes() {
    return this.#entries.calculatedSize
  }

  get size() {
    return this.#entries.size
  }

  /**
   * The finished page, if nothing that it shows has changed since it was made but the ranking. A page whose ranking
   * has aged is given at once and, with `renew`, made anew afterwards.
   */
  get(key: string, renew?: (key: string, aged: Aged) => Promise<Made>): FinishedPage | undefined {
    const entry = this.#entries.get(key)
    if (entry?.isAged && renew) this.#renewals.add(key, () => this.#renew(key, (aged) => renew(key, aged)))
    return entry?.page
  }

  /** How many changes it was told of: as long as that stays, what was read before is as it was. */
  get changes() {
    return this.#purgeNumber
  }

  /** How many pages wait to be made anew. */
  get waiting() {
    return this.#renewals.size
  }

  /**
   * Gives the page, made once for all who ask meanwhile. Somebody who asks after a change never gets
   * what was begun before it, and what was begun before it is not remembered.
   */
  async getOrMake(key: string, make: Make): Promise<FinishedPage> {
    const askedAt = this.#purgeNumber
    for (;;) {
      const kept = this.get(key)
      if (kept) return kept
      const making = this.#makings.get(key) ?? this.#begin(key, make)
      const { page, tags } = await making.made
      const outdatedAt = lastPurgeOf(making, tags)
      if (outdatedAt === undefined || outdatedAt > askedAt) return page
    }
  }

  /** Throws away what shows any of these. Call it after the change is committed. */
  purge(tags: readonly string[]): void {
    if (tags.length === 0) return
    const number = ++this.#purgeNumber
    for (const making of this.#makings.values()) making.purges.push({ number, tags })
    if (tags.includes(everything)) return this.#entries.clear()
    for (const tag of [...tags, unsaid]) {
      const throwAway = tag === mild ? this.#age : this.#delete
      this.#keysByTag.get(tag)?.forEach((key) => throwAway(key))
    }
  }

  #begin(key: string, make: Make): Making {
    const making: Making = { purges: [], made: make() }
    this.#makings.set(key, making)
    const store = ({ page, tags, keep }: Made) => {
      if (keep && lastPurgeOf(making, tags) === undefined) this.#put(key, page, tags)
    }
    // Whoever waits goes on after this: nobody joins a making that is over.
    making.made = making.made
      .then((made) => (store(made), made))
      .finally(() => this.#makings.delete(key))
    return making
  }

  #put(key: string, page: FinishedPage, tags: ReadonlySet<string>) {
    const known = this.#entries.peek(key)
    if (known?.page.bodies === page.bodies) return void (known.isAged = false)
    const filed = tags.size ? [...tags] : [unsaid]
    const bodies = packed(page.bodies)
    this.#entries.set(key, { page: { ...page, bodies }, tags: filed, isAged: false })
    if (!this.#entries.has(key)) return
    for (const tag of filed) this.#file(tag, key)
    if (bodies.br) void this.#shrink(key, bodies)
  }

  async #shrink(key: string, bodies: Bodies): Promise<void> {
    const isKept = () => this.#entries.peek(key)?.page.bodies === bodies
    Object.assign(bodies, await compressWell(() => isKept() ? bodies : undefined))
  }

  #age = (key: string) => {
    const entry = this.#entries.peek(key)
    if (entry) entry.isAged = true
  }

  /** What cannot be made now stays as it is; what is no page any more goes. */
  async #renew(key: string, make: (aged: Aged) => Promise<Made>): Promise<void> {
    const aged = this.#entries.peek(key)
    if (!aged?.isAged) return
    try {
      const { page, keep } = await (this.#makings.get(key) ?? this.#begin(key, () => make(aged))).made
      if (!keep && page.status < 500) this.#delete(key)
    } catch {
      // Whoever makes pages logs why; the next reader asks again.
    }
  }

  #delete = (key: string) => void this.#entries.delete(key)

  #file(tag: string, key: string) {
    const keys = this.#keysByTag.get(tag)
    if (keys) keys.add(key)
    else this.#keysByTag.set(tag, new Set([key]))
  }

  #unfile(tag: string, key: string) {
    const keys = this.#keysByTag.get(tag)
    if (keys?.delete(key) && keys.size === 0) this.#keysByTag.delete(tag)
  }
}

/** The number of the last purge during the making that concerns what the page shows. */
function lastPurgeOf(making: Making, shown: ReadonlySet<string>): number | undefined {
  const concerns = (tags: readonly string[]) =>
    shown.size === 0 || tags.some((tag) => tag === everything || shown.has(tag))
  return making.purges.findLast(({ tags }) => concerns(tags))?.number
}

/** The headers lie there as they are sent too, before the Brotli body. */
function sizeOf({ headers, bodies }: FinishedPage): number {
  return bytesOf(bodies) + 3 * JSON.stringify(headers).length + 1500
}
