import type { PostContent } from './schema'

/** What may follow the text of a devotional. */
export type Closing = Pick<PostContent, 'doa' | 'pertanyaan' | 'lagu'>

/** In the order in which a reader comes to them. */
export const closingFields = ['pertanyaan', 'doa', 'lagu'] as const satisfies (keyof Closing)[]

/** One question a line. A number or bullet that was typed before it is the list's to write. */
export function questionsOf(pertanyaan: string): string[] {
  return pertanyaan.split('\n').map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s+/, '').trim()).filter(Boolean)
}

/** Paragraphs of plain text, each as its lines. */
export function paragraphsOf(text: string): string[][] {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'))
}
