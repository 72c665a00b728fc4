import { diffLines, diffWordsWithSpace } from 'diff'
import type { PostContent } from '@/lib/posts/schema'
import { readableText } from './readable-text'

export type Part = { text: string; is: 'same' | 'added' | 'removed' }

/** Beyond this a comparison by words takes too long, and lines have to do, in ms. */
const patience = 800

/** How `before` became `after`, word by word. */
export function wordParts(before: string, after: string): Part[] {
  const parts = diffWordsWithSpace(before, after, { timeout: patience }) ?? diffLines(before, after)
  return parts.map(({ value, added, removed }) => ({ text: value, is: added ? 'added' : removed ? 'removed' : 'same' }))
}

export type FieldDifference =
  | { field: keyof PostContent; kind: 'words'; parts: Part[] }
  /** The same words in another form, such as bold. */
  | { field: keyof PostContent; kind: 'form' }

/** The fields that differ, in the order in which one reads them. */
export function differences(before: PostContent, after: PostContent): FieldDifference[] {
  return readingOrder.flatMap((field): FieldDifference[] => {
    const [a, b] = [readField(before, field), readField(after, field)]
    if (a !== b) return [{ field, kind: 'words', parts: wordParts(a, b) }]
    return field === 'body' && before.body !== after.body ? [{ field, kind: 'form' }] : []
  })
}

const readingOrder = [
  'title', 'natsRef', 'natsText', 'bacaan', 'body', 'pertanyaan', 'doa', 'lagu', 'labels', 'description', 'slug', 'coverId', 'coverAlt', 'commentsOpen',
] as const satisfies (keyof PostContent)[]

/** A field as text. */
export function readField(content: PostContent, field: keyof PostContent): string {
  const value = content[field]
  if (field === 'body') return readableText(content.body)
  if (Array.isArray(value)) return value.toSorted((a, b) => a.localeCompare(b, 'id')).join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '–'
  return value === null ? '' : String(value)
}
