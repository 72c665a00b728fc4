import { hash as digest } from 'node:crypto'
import { firstWords } from '@/lib/posts/snippet'
import type { SourceComment, SourcePost } from './entries'
import { cleanHtml, type Cleaned } from './html/clean'
import { bytesOf, type Packed } from './record-file'

/** A cleaned text, with what the blog's lists and its search show of it. */
export type ReadText = Omit<Cleaned, 'text'> & { snippet: string; searched: string }

/** A post as it lies on disk between reading and bringing in; `html` is empty where it is cleaned already. */
export type ReadPost = SourcePost & { hash: string; cleaned?: ReadText }

/**
 * All of a post that can be made of itself alone, whatever else stands in the file. One that came in just so before
 * will hardly be needed: then its text stays as it is, and is cleaned when it is needed after all.
 */
function readPost(post: SourcePost, known: ReadonlySet<string>): ReadPost {
  const hash = hashOf(post)
  const isAlone = post.dialect === 'html' && post.cover === null && !known.has(hash)
  return isAlone ? { ...post, html: '', hash, cleaned: readText(post.html) } : { ...post, hash }
}

export function readText(html: string): ReadText {
  const { text, ...cleaned } = cleanHtml(html)
  return { ...cleaned, snippet: firstWords(text), searched: text.normalize('NFKC').toLowerCase() }
}

/** Posts as they lie on disk, in memory that nothing else is in. @param known hashes of what is in the blog already */
export function recordsOf(posts: SourcePost[], known: ReadonlySet<string>): Uint8Array {
  return bytesOf(posts.map((post) => apart(readPost(post, known))))
}

function apart({ html, cleaned, ...post }: ReadPost): Packed {
  if (!cleaned) return { value: post, texts: [html] }
  const { html: clean, searched, ...rest } = cleaned
  return { value: { ...post, cleaned: rest }, texts: [html, clean, searched] }
}

export function postOf(value: unknown, [html, clean, searched]: string[]): ReadPost {
  const { cleaned, ...post } = value as ReadPost
  return { ...post, html: html!, ...(cleaned && { cleaned: { ...cleaned, html: clean!, searched: searched! } }) }
}

/** What the file says of an entry, as a few letters: whoever reads it again sees whether it changed there. */
export function hashOf({ id: _, ...said }: SourcePost | SourceComment): string {
  return digest('sha256', JSON.stringify(said), 'base64url').slice(0, 32)
}
