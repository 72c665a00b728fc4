/** Two or more capital letters, joined across spaces and commas, with the marks that close them. */
const run = /(?<!\p{L})\p{Lu}{2,}(?:,? \p{Lu}{2,})*(?!\p{L})[?!]*/gu

/**
 * Wraps each run of capitals in `span.caps`, which sets it a size down: the author's emphasis
 * stays, copies as the same letters and does not shout. `escaped` is HTML text without tags.
 */
export function capitals(escaped: string): string {
  return escaped.replace(run, '<span class="caps">$&</span>')
}

/** The same for React: pieces of `text`, those wholly in capitals marked. */
export function splitCapitals(text: string): { text: string; caps: boolean }[] {
  const pieces: { text: string; caps: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(run)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), caps: false })
    pieces.push({ text: match[0], caps: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), caps: false })
  return pieces
}
