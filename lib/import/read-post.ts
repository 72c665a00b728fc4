import { createHash } from 'node:crypto'
import type { SourceComment, SourcePost } from './entries'
import { cleanHtml, type Cleaned } from './html/clean'

/** A post as it lies on disk between reading and bringing in; `html` is empty where it is cleaned already. */
export type ReadPost = SourcePost & { hash: string; cleaned?: Cleaned }

/** All of a post that can be made of itself alone, whatever else stands in the file. */
export function readPost(post: SourcePost): ReadPost {
  const hash = hashOf(post)
  const isAlone = post.dialect === 'html' && post.cover === null
  return isAlone ? { ...post, html: '', hash, cleaned: cleanHtml(post.html) } : { ...post, hash }
}

/** What the file says of an entry, as a few letters: whoever reads it again sees whether it changed there. */
export function hashOf({ id: _, ...said }: SourcePost | SourceComment): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 32)
}
