import { hash as digest } from 'node:crypto'
import { firstWords } from '@/lib/posts/snippet'
import type { SourceComment, SourcePost } from './entries'
import { cleanHtml, type Cleaned } from './html/clean'
import type { Packed } from './record-file'

/** A cleaned text, with what the blog's lists and its search show of it. */
export type ReadText = Omit<Cleaned, 'text'> & { snippet: string; searched: string }

/** A post as it lies on disk between reading and bringing in; `html` is empty where it is cleaned already. */
export type ReadPost = SourcePost & { hash: string; cleaned?: ReadText }

/**
 * All of a post that can be made of itself alone, whatever else stands in the file. One that came in just so before
 * will hardly be needed: then its text stays as it is, and is cleaned when it is needed after all.
 */
export function readPost(post: SourcePost, known: ReadonlySet<string>): ReadPost {
  const hash = hashOf(post)
  const isAlone = post.dialect === 'html' && post.cover === null && !known.has(hash)
  return isAlone ? { ...post, html: '', hash, cleaned: readText(post.html) } : { ...post, hash }
}

export function readText(html: string): ReadText {
  const { text, ...cleaned } = cleanHtml(html)
  return { ...cleaned, snippet: firstWords(text), searched: text.normalize('NFKC').toLowerCase() }
}

/** An entry as it lies on disk: what is there apart leaves its place empty, for `hashOf` depends on the order. */
export function apart(entry: (SourcePost & Pick<ReadPost, 'cleaned'>) | SourceComment): Packed {
  const { html } = entry
  const cleaned = 'cleaned' in entry && entry.cleaned
  if (!cleaned) return { value: { ...entry, html: '' }, texts: [html] }
  return { value: { ...entry, html: '', cleaned: { ...cleaned, html: '', searched: '' } }, texts: [html, cleaned.html, cleaned.searched] }
}

/** An entry as the file has it. */
export function said<T extends SourcePost | SourceComment>(value: unknown, [html]: string[]): T {
  return { ...(value as T), html: html! }
}

/** A post as it was read. */
export function postOf(value: unknown, [html, clean, searched]: string[]): ReadPost {
  const post = value as ReadPost
  return { ...post, html: html!, ...(post.cleaned && { cleaned: { ...post.cleaned, html: clean!, searched: searched! } }) }
}

/** What the file says of an entry, as a few letters: whoever reads it again sees whether it changed there. */
export function hashOf({ id: _, ...said }: SourcePost | SourceComment): string {
  return digest('sha256', JSON.stringify(said), 'base64url').slice(0, 32)
}
