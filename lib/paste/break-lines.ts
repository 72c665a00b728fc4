import type { Inline } from './blocks'

/** Two line breaks with nothing between them part two paragraphs, as in what Blogger writes. */
export function splitAtBlankLines(inline: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const item of inline) {
    if (item === 'br') lines.push([])
    else lines.at(-1)!.push(item)
  }
  const paragraphs: Inline[][] = [[]]
  for (const line of lines) {
    const last = paragraphs.at(-1)!
    if (line.every((item) => item === 'br' || !item.text.trim())) {
      if (last.length) paragraphs.push([])
    } else last.push(...(last.length ? ['br' as const] : []), ...line)
  }
  return paragraphs.filter((paragraph) => paragraph.length)
}
