import { sanitiseBody } from '@/lib/html'
import type { PostContent } from './schema'
import { searchTextOf, snippetOf } from './snippet'

/** What an author wrote, as the columns of a post; what is derived from it comes along. */
export function columnsOf({ labels: _, ...content }: PostContent) {
  const body = tidyBody(content.body)
  return { ...content, body, snippet: snippetOf(body), searchText: searchTextOf({ ...content, body }) }
}

/** A body as it is stored: without what is unsafe, and without the empty end. */
export function tidyBody(body: string): string {
  return withoutEmptyEnd(sanitiseBody(body))
}

/** The pictures that a stored body shows, by id. */
export function pictureIds(body: string): number[] {
  const ids = [...body.matchAll(/<img\b[^>]*?\s(?:data-media="|src="\/media\/)(\d{1,9})\b/g)].map((match) => Number(match[1]))
  return [...new Set(ids)]
}

/** The recordings that a stored body plays, by id. */
export function recordingIds(body: string): number[] {
  return [...new Set([...body.matchAll(/<audio\b[^>]*?\ssrc="\/rekaman\/(\d{1,9})\//g)].map((match) => Number(match[1])))]
}

/** An editor leaves an empty paragraph where nothing was written. */
function withoutEmptyEnd(body: string): string {
  return body.replace(/(?:<p>(?:\s|&nbsp;|\u00a0|<br \/>)*<\/p>\s*)+$/, '').trim()
}
