import { toPlainText } from '@/lib/html'
import type { Closing } from './closing'
import type { PostContent } from './schema'

const snippetLength = 200

/** The first words of a body as plain text, cut at a word. */
export function snippetOf(html: string): string {
  return firstWords(toPlainText(html))
}

/** The same of what is plain text already. */
export function firstWords(text: string): string {
  if (text.length <= snippetLength) return text
  const cut = text.slice(0, snippetLength + 1)
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || withoutHalfLetter(text.slice(0, snippetLength))
  return `${words.replace(/[\s,;:.–-]+$/u, '')}…`
}

type Searched = Pick<PostContent, 'title' | 'natsRef' | 'natsText' | 'bacaan' | 'body'> & Partial<Closing>

/** What search looks through: lower case, in the form that `searchWords` gives a query. */
export function searchTextOf(post: Searched): string {
  const parts = [post.title, post.natsRef, post.natsText, post.bacaan, toPlainText(post.body), post.pertanyaan, post.doa, post.lagu]
  return parts.filter(Boolean).join('\n').normalize('NFKC').toLowerCase()
}

function withoutHalfLetter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}
