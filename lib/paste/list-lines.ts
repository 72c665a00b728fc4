import { tidyInline, type Block } from './blocks'
import { dropStart, toParagraphs, type Line } from './lines'

/** A bullet or number that begins a line. `sure`: nobody writes it for anything but a list. */
type Marker = { kind: 'ul' | 'ol'; sign: string; number: number; length: number; indent: number; sure: boolean }

const bullet = /^(\s*)([•●◦▪▫■‣∙·])[\s\u00a0]*/u
const dash = /^(\s*)([-–*])[\s\u00a0]+(?=\S)/u
const number = /^(\s*)(\d{1,3})([.)])(?:[\s\u00a0]+(?=\S)|(?=\p{L}))/u

export function markerOf(text: string): Marker | null {
  const found = bullet.exec(text) ?? dash.exec(text)
  if (found) return { kind: 'ul', sign: found[2]!, number: 0, length: found[0].length, indent: found[1]!.length, sure: bullet.test(text) }
  const counted = number.exec(text)
  return counted && { kind: 'ol', sign: counted[3]!, number: Number(counted[2]), length: counted[0].length, indent: counted[1]!.length, sure: false }
}

type Item = { marker: Marker; line: NonNullable<Line> }

/**
 * Paragraphs and lists of lines. One dash or one number alone is no list (a signature, a footnote, a verse); two
 * that follow each other are, with or without an empty line between them.
 */
export function readLists(lines: Line[]): Block[] {
  const blocks: Block[] = []
  let loose: Line[] = []
  for (let at = 0; at < lines.length;) {
    const { items, next } = listFrom(lines, at)
    const [first] = items
    if (first && (items.length > 1 || first.marker.sure)) {
      blocks.push(...toParagraphs(loose), ...nest(items))
      loose = []
      at = next
    } else loose.push(lines[at++]!)
  }
  return [...blocks, ...toParagraphs(loose)]
}

function listFrom(lines: Line[], from: number): { items: Item[]; next: number } {
  const items: Item[] = []
  let next = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const last = items.at(-1)
    const marker = markerOf(line.text)
    if (!marker && last && lines[at - 1] && /^\s{2,}/.test(line.text)) {
      last.line = goOn(last.line, line)
      next = at + 1
      continue
    }
    if (!marker || (last && !follows(items, marker))) break
    items.push({ line, marker: last && counts(last.marker, marker) ? { ...marker, indent: last.marker.indent } : marker })
    next = at + 1
  }
  return { items, next }
}

/** A line further in, right under an item, goes on with it. */
function goOn(line: NonNullable<Line>, more: NonNullable<Line>): NonNullable<Line> {
  return { text: `${line.text}\n${more.text}`, inline: [...line.inline, 'br', ...more.inline] }
}

/** The next number is of the same list, however far in it was typed. */
function counts(last: Marker, marker: Marker): boolean {
  return marker.kind === 'ol' && last.kind === 'ol' && marker.sign === last.sign && marker.number === last.number + 1
}

/** The same sign and the next number, or further in, or back to a list further out. */
function follows(items: Item[], marker: Marker): boolean {
  const last = items.at(-1)!.marker
  if (marker.indent > last.indent + 1) return true
  const sibling = items.findLast((item) => item.marker.indent <= marker.indent + 1 && item.marker.indent >= marker.indent - 1)?.marker
  return sibling !== undefined && sibling.kind === marker.kind && sibling.sign === marker.sign && (marker.kind === 'ul' || marker.number === sibling.number + 1)
}

/** Items further in become a list of the item before them. */
function nest(items: Item[]): Block[] {
  const [first] = items
  if (!first) return []
  const list: Extract<Block, { kind: 'ul' | 'ol' }> = { kind: first.marker.kind, start: first.marker.kind === 'ol' ? first.marker.number : undefined, items: [] }
  for (let at = 0; at < items.length;) {
    const { line, marker } = items[at++]!
    const inner: Item[] = []
    while (at < items.length && items[at]!.marker.indent > first.marker.indent + 1) inner.push(items[at++]!)
    list.items.push([{ kind: 'p', inline: tidyInline(dropStart(line.inline, marker.length)) }, ...nest(inner)])
  }
  return [list]
}
