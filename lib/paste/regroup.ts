import { tidyInline, type Block, type Inline } from './blocks'
import { headerLength } from './chat-headers'
import { readLine } from './chat-marks'
import { dropStart, linesOf, toLine, type Line } from './lines'
import { readLists } from './list-lines'

const ruler = /^\s*(?:-{3,}|_{3,}|\*{3,}|—{2,}|─{3,})\s*$/
const quoted = /^\s*>\s?/

/**
 * Paragraphs as what their lines say they are: lists, quotations, rules; without the headers of a chat.
 * `isChat`: the text came without form, so its signs are its form.
 */
export function regroup(blocks: Block[], isChat: boolean): Block[] {
  const grouped: Block[] = []
  let paragraphs: Inline[][] = []
  const flush = () => {
    grouped.push(...readLines(linesOf(paragraphs).flatMap(withoutHeader), isChat))
    paragraphs = []
  }
  for (const block of blocks) {
    if (block.kind === 'p') paragraphs.push(block.inline)
    else {
      flush()
      grouped.push(block)
    }
  }
  flush()
  return isChat ? grouped.map(markUp).filter(isNotEmpty) : grouped.filter(isNotEmpty)
}

/** A header begins a message, which is a paragraph of its own. */
function withoutHeader(line: Line): Line[] {
  const length = line ? headerLength(line.text) : 0
  return line && length > 0 ? [null, toLine(dropStart(line.inline, length))] : [line]
}

function readLines(lines: Line[], isChat: boolean): Block[] {
  if (!isChat) return readLists(lines)
  const blocks: Block[] = []
  let loose: Line[] = []
  let quote: Line[] = []
  const flush = () => {
    blocks.push(...readLists(loose))
    if (quote.length) blocks.push({ kind: 'quote', blocks: readLists(quote) })
    loose = []
    quote = []
  }
  for (const line of lines) {
    const isQuoted = line !== null && quoted.test(line.text)
    if (isQuoted !== quote.length > 0) flush()
    if (line && ruler.test(line.text)) {
      flush()
      blocks.push({ kind: 'hr' })
    } else if (isQuoted) quote.push(toLine(dropStart(line.inline, quoted.exec(line.text)![0].length)))
    else loose.push(line)
  }
  flush()
  return blocks
}

function markUp(block: Block): Block {
  switch (block.kind) {
    case 'p': return { kind: 'p', inline: tidyInline(block.inline.flatMap((item) => (item === 'br' ? item : readLine(item.text, item.marks)))) }
    case 'quote': return { kind: 'quote', blocks: block.blocks.map(markUp) }
    case 'ul': case 'ol': return { ...block, items: block.items.map((item) => item.map(markUp)) }
    default: return block
  }
}

function isNotEmpty(block: Block): boolean {
  return !('inline' in block) || block.inline.length > 0
}
