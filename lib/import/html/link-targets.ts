import { canonicalAddress } from '@/lib/addresses/canonical'
import type { SourcePost } from '../entries'
import { ownCopy } from '../own-copy'

/** At most this many different links are remembered while a file is read. */
const most = 300_000
/** An address that is one here as well. */
export const bloggerPath = /^\/(?:\d{4}\/\d{2}\/[^/]+|p\/[^/]+)\.html$/
const link = /\bhref\s*=\s*(?:"|'|&quot;)?\s*((?:https?:)?\/\/[^\s"'<>&]+)/gi

/**
 * Which addresses in texts mean the blog itself. Exports do not always say at which hosts it was read, so a host at
 * which a post of the file is linked to by its exact path counts as one.
 */
export class LinkTargets {
  readonly #paths = new Set<string>()
  readonly #linked = new Map<string, Set<string>>()
  readonly #hosts = new Set<string>()
  #count = 0
  /** Old paths that lead to another one here. */
  readonly moved = new Map<string, string>()

  learn(post: Pick<SourcePost, 'oldPath' | 'html'>): void {
    if (post.oldPath) this.#paths.add(ownCopy(post.oldPath.toLowerCase()))
    if (this.#count > most) return
    for (const [, address] of post.html.matchAll(link)) this.#remember(address!)
  }

  /** @param declared hosts that the file names itself */
  settle(declared: string[]): void {
    for (const host of declared) this.#hosts.add(hostKey(host))
    for (const [host, paths] of this.#linked) {
      const known = [...paths].filter((path) => this.#paths.has(path)).length
      // Anybody's blog can have a post of the same name; most of what is linked to at a foreign host is not here. A
      // domain of one's own is guessed only where the file names none.
      const isLikely = host.endsWith('.blogspot') ? known * 4 >= paths.size : declared.length === 0 && known * 2 >= paths.size
      if (known > 0 && isLikely) this.#hosts.add(host)
    }
    this.#linked.clear()
  }

  /** The local address for one that means this blog; null for anything else. */
  localise(address: string): string | null {
    const url = parse(address)
    if (!url || !this.#hosts.has(hostKey(url.hostname))) return null
    const path = url.pathname.replace(/^\/ncr(?=\/)/, '')
    const moved = this.moved.get(path.replace(/(.)\/$/, '$1').toLowerCase())
    if (moved) return moved + url.hash
    const canonical = canonicalAddress(path + url.search)
    if (canonical.kind === 'reader') return canonical.key + url.hash
    return canonical.kind === 'redirect' ? canonical.location + url.hash : null
  }

  #remember(address: string): void {
    const url = parse(address)
    if (!url || !bloggerPath.test(url.pathname)) return
    const host = hostKey(url.hostname)
    const paths = this.#linked.get(host) ?? new Set()
    this.#linked.set(host, paths)
    const path = ownCopy(url.pathname.toLowerCase())
    if (!paths.has(path)) this.#count++
    paths.add(path)
  }
}

function parse(address: string): URL | null {
  const whole = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null
  return new URL(whole)
}

/** One key for all the names of a blog: `x.blogspot.co.id`, `www.x.blogspot.com`. */
export function hostKey(host: string): string {
  return host.toLowerCase().replace(/^www\./, '').replace(/^([\w-]+)\.blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?$/, '$1.blogspot')
}
