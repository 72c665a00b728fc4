import { questionsOf } from './closing'
import type { PostContent } from './schema'

type Shared = Pick<PostContent, 'title' | 'natsRef' | 'natsText' | 'bacaan' | 'doa' | 'pertanyaan' | 'lagu'>
type Words = { reading: string; closing: { pertanyaan: string; doa: string; lagu: string } }

/** A long prayer is there to be read on the page: a message carries about this much of a part. */
const most = 400

/** A post as a message to a friend, in plain text: what it is about, what follows it, and its address last. */
export function shareText(post: Shared, { untitled, url }: { untitled: string; url: string }, words: Words): string {
  const questions = questionsOf(post.pertanyaan)
  const parts = [
    [post.title || untitled, post.natsRef],
    [shorten(post.natsText), post.bacaan && `${words.reading}: ${post.bacaan}`],
    questions.length > 0 && [`${words.closing.pertanyaan}:`, ...questions.map((question, i) => (questions.length > 1 ? `${i + 1}. ${question}` : question))],
    post.doa && [`${words.closing.doa}: ${shorten(post.doa)}`],
    post.lagu && [`${words.closing.lagu}: ${shorten(post.lagu)}`],
    [url],
  ]
  return parts.map((lines) => (lines || []).filter(Boolean).join('\n')).filter(Boolean).join('\n\n')
}

function shorten(text: string): string {
  if (text.length <= most) return text
  return `${text.slice(0, most + 1).replace(/\s+\S*$/u, '').slice(0, most).toWellFormed()}…`
}
