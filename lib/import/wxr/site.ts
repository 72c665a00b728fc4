import { instant } from '../blogger-atom/times'
import type { SourceAuthor } from '../entries'
import { child, textOf, type Element } from '../xml/element'

/** What is known of the site when its items come. */
export type Site = {
  key: string
  /** Where the blog lay at its host; empty at the root. */
  root: string
  authors: Map<string, SourceAuthor>
  /** Categories and tags by `kind/nicename`. */
  terms: Map<string, Term>
}

export type Term = { kind: 'category' | 'tag'; slug: string; name: string; parent: string }

/** The value of a post's own field, empty where it has none. */
export function metaOf(item: Element, key: string): string {
  const meta = item.children.find((one) => one.name === 'wp:postmeta' && textOf(one, 'wp:meta_key') === key)
  return meta ? (child(meta, 'wp:meta_value')?.text.trim() ?? '') : ''
}

export const isDate = (time: string) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time) && !time.startsWith('0000')

/** WordPress writes times without their zone; these are in UTC. */
export function utc(time: string): string {
  return isDate(time) ? instant(`${time.replace(' ', 'T')}Z`) : ''
}
