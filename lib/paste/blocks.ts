import { element, toHtml, type Tree } from '@/lib/html-tree/tree'

/** Marks that a pasted text keeps; colours, fonts and sizes are not among them. */
export type Mark = 'strong' | 'em' | 's' | 'u' | 'code' | 'sub' | 'sup'
export type Run = { text: string; marks: Mark[]; href?: string }
export type Inline = Run | 'br'

export type Block =
  | { kind: 'p' | 'h2' | 'h3' | 'h4'; inline: Inline[] }
  | { kind: 'pre'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'ul' | 'ol'; start?: number; items: Block[][] }
  | { kind: 'hr' }
  /** A picture of ours. */
  | { kind: 'picture'; attrs: Record<string, string> }
  /** What has no form of its own here, such as a table. */
  | { kind: 'kept'; tree: Tree }

/** From the outermost to the innermost, so that a run's neighbours share what they can. */
const order: Mark[] = ['strong', 'em', 'u', 's', 'sub', 'sup', 'code']

export function blocksToHtml(blocks: Block[]): string {
  return toHtml(blocksToTrees(blocks))
}

export function blocksToTrees(blocks: Block[]): Tree[] {
  return blocks.map(toTree)
}

function toTree(block: Block): Tree {
  switch (block.kind) {
    case 'pre': return element('pre', {}, [element('code', {}, [block.text])])
    case 'quote': return element('blockquote', {}, block.blocks.map(toTree))
    case 'ul': case 'ol': {
      const start: Record<string, string> = block.kind === 'ol' && block.start !== undefined && block.start !== 1 ? { start: String(block.start) } : {}
      return element(block.kind, start, block.items.map((item) => element('li', {}, item.map(toTree))))
    }
    case 'hr': return element('hr', {}, [])
    case 'picture': return element('img', block.attrs, [])
    case 'kept': return block.tree
    default: return element(block.kind, {}, inlineTrees(block.inline))
  }
}

/** Runs as nested elements; runs side by side that share a link or a mark stand in one. */
function inlineTrees(inline: Inline[]): Tree[] {
  return nest(inline.map((item) => (item === 'br' ? item : { ...item, wraps: wrapsOf(item) })))
}

type Wrapped = 'br' | (Run & { wraps: string[] })

function wrapsOf({ marks, href }: Run): string[] {
  return [...(href ? [`a:${href}`] : []), ...order.filter((mark) => marks.includes(mark))]
}

function nest(items: Wrapped[]): Tree[] {
  const trees: Tree[] = []
  for (let i = 0; i < items.length;) {
    const item = items[i]!
    if (item === 'br' || item.wraps.length === 0) {
      trees.push(item === 'br' ? element('br', {}, []) : item.text)
      i++
      continue
    }
    const wrap = item.wraps[0]!
    let end = i
    const inside: Wrapped[] = []
    while (end < items.length && belongs(items, end, wrap)) {
      const next = items[end++]!
      inside.push(next === 'br' ? next : { ...next, wraps: next.wraps.slice(1) })
    }
    trees.push(wrap.startsWith('a:') ? element('a', { href: wrap.slice(2) }, nest(inside)) : element(wrap, {}, nest(inside)))
    i = end
  }
  return trees
}

/** A line break belongs to a mark that goes on after it. */
function belongs(items: Wrapped[], at: number, wrap: string): boolean {
  const item = items[at]
  if (item !== 'br') return item?.wraps[0] === wrap
  const next = items[at + 1]
  return next !== undefined && next !== 'br' && next.wraps[0] === wrap
}

/** Two runs of the same kind side by side are one; spaces that HTML would not show are none. */
export function tidyInline(inline: Inline[]): Inline[] {
  const runs: Inline[] = []
  for (const item of inline) {
    const last = runs.at(-1)
    if (item !== 'br' && last && last !== 'br' && last.href === item.href && sameMarks(last.marks, item.marks)) last.text += item.text
    else runs.push(item === 'br' ? item : { ...item, marks: [...item.marks] })
  }
  return trimRuns(runs.map((item) => (item === 'br' ? item : { ...item, text: item.text.replace(/[ \t\r\n\f]+/g, ' ') })))
}

function trimRuns(runs: Inline[]): Inline[] {
  const kept: Inline[] = []
  for (const [i, item] of runs.entries()) {
    if (item === 'br') {
      kept.push(item)
      continue
    }
    const before = kept.at(-1)
    const next = runs[i + 1]
    let { text } = item
    if (before === undefined || before === 'br' || before.text.endsWith(' ')) text = text.replace(/^ +/, '')
    if (next === undefined || next === 'br') text = text.replace(/ +$/, '')
    if (text) kept.push({ ...item, text })
  }
  return trimBreaks(kept)
}

function trimBreaks(runs: Inline[]): Inline[] {
  let from = 0
  let to = runs.length
  const isBlank = (item: Inline | undefined) => item === 'br' || (item !== undefined && /^[\s\u00a0]*$/.test(item.text))
  while (from < to && isBlank(runs[from])) from++
  while (to > from && isBlank(runs[to - 1])) to--
  const kept = runs.slice(from, to)
  const last = kept.at(-1)
  if (last && last !== 'br') kept[kept.length - 1] = { ...last, text: last.text.replace(/ +$/, '') }
  return kept
}

function sameMarks(a: Mark[], b: Mark[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark))
}

/** The words of runs, a line break as a new line. */
export function inlineText(inline: Inline[]): string {
  return inline.map((item) => (item === 'br' ? '\n' : item.text)).join('')
}

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'pre': return block.text
    case 'quote': return block.blocks.map(blockText).join('\n')
    case 'ul': case 'ol': return block.items.map((item) => item.map(blockText).join('\n')).join('\n')
    case 'hr': case 'picture': case 'kept': return ''
    default: return inlineText(block.inline)
  }
}
