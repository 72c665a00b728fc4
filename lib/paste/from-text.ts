import type { Block, Inline } from './blocks'

/** Plain text as paragraphs whose lines stand as they were, and what is between ``` as it is. */
export function fromText(text: string): Block[] {
  const tidy = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u200e\u200f\ufeff]/g, '').replace(/\u00a0/g, ' ')
  // In the middle of a line it is a word of that line.
  const fenced = tidy.replace(/```([^`\n]+)```/g, (whole, code: string, at: number) => (standsAlone(tidy, at, at + whole.length) ? whole : `\`${code}\``))
  return fenced.split(/```\n?([\s\S]+?)\n?```/).flatMap((part, i) => (i % 2 ? [{ kind: 'pre', text: part } as const] : paragraphs(part)))
}

function paragraphs(part: string): Block[] {
  return part
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => ({ kind: 'p', inline: paragraph.replace(/^\n+|\s+$/g, '').split('\n').flatMap(toInline) }))
}

function toInline(line: string, i: number): Inline[] {
  return [...(i > 0 ? ['br' as const] : []), ...(line ? [{ text: line, marks: [] }] : [])]
}

function standsAlone(text: string, from: number, to: number): boolean {
  return /(?:^|\n)[^\S\n]*$/.test(text.slice(0, from)) && /^[^\S\n]*(?:\n|$)/.test(text.slice(to))
}
