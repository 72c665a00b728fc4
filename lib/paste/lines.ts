import { inlineText, tidyInline, type Block, type Inline } from './blocks'

/** A line of pasted text; null is an empty one. */
export type Line = { inline: Inline[]; text: string } | null

export function toLine(inline: Inline[]): Line {
  const text = inlineText(inline)
  return text.trim() ? { inline, text } : null
}

/** The lines of paragraphs, an empty one between two paragraphs. */
export function linesOf(paragraphs: Inline[][]): Line[] {
  return paragraphs.flatMap((inline, i) => [...(i > 0 ? [null] : []), ...splitAtBreaks(inline).map(toLine)])
}

export function splitAtBreaks(inline: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const item of inline) {
    if (item === 'br') lines.push([])
    else lines.at(-1)!.push(item)
  }
  return lines
}

/** A line without its first letters. */
export function dropStart(inline: Inline[], letters: number): Inline[] {
  const kept: Inline[] = []
  let left = letters
  for (const item of inline) {
    if (item === 'br' || left === 0) kept.push(item)
    else {
      const text = item.text.slice(left)
      left = Math.max(0, left - item.text.length)
      if (text) kept.push({ ...item, text })
    }
  }
  return kept
}

/** Lines without an empty one between them are one paragraph. */
export function toParagraphs(lines: Line[]): Block[] {
  const blocks: Block[] = []
  let open: Inline[] | null = null
  for (const line of [...lines, null]) {
    if (line) open = open ? [...open, 'br', ...line.inline] : [...line.inline]
    else if (open) {
      blocks.push({ kind: 'p', inline: tidyInline(open) })
      open = null
    }
  }
  return blocks
}
