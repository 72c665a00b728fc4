import { textOf, type Element, type Tree } from '@/lib/html-tree/tree'
import { tidyHref } from '@/lib/posts/link-address'
import { tidyInline, type Block, type Inline, type Mark } from './blocks'
import { splitAtBlankLines } from './break-lines'
import { isHiddenElement, marksOf, styleOf } from './style'
import { readTable } from './table'
import { wordItem, type WordItem } from './word-lists'

export type Read = { blocks: Block[]; /** Pictures of other sites, which are not taken over. */ pictures: string[] }

type Around = { marks: Mark[]; href?: string; isPre: boolean; heading?: 'h2' | 'h3' | 'h4' }

const nothing = new Set(['script', 'style', 'noscript', 'head', 'title', 'meta', 'link', 'template', 'xml', 'iframe', 'object', 'svg', 'math', 'button', 'select', 'textarea', 'input', 'audio', 'video'])
const boxes = new Set([
  'p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'figure', 'figcaption', 'address', 'center', 'form', 'fieldset',
  'details', 'summary', 'dl', 'dt', 'dd', 'li', 'td', 'th', 'tr', 'tbody', 'thead', 'table', 'caption', 'body', 'html', 'hgroup', 'dialog',
])
/** Chats and social media draw these letters as pictures. */
const emoji = /^(?=.{1,12}$)(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u
const headings: Record<string, 'h2' | 'h3' | 'h4'> = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' }

/** Pasted HTML as blocks: what it says and how it is built, without how it looked where it came from. */
export function fromTree(trees: Tree[]): Read {
  const reader = new Reader()
  reader.walkAll(trees, { marks: [], isPre: false })
  return { blocks: reader.end(), pictures: reader.pictures }
}

class Reader {
  pictures: string[] = []
  #blocks: Block[] = []
  #inline: Inline[] = []

  walkAll(trees: Tree[], around: Around) {
    for (let at = 0; at < trees.length;) {
      const items = wordItemsFrom(trees, at)
      if (items.count === 0) this.#walk(trees[at++]!, around)
      else {
        this.#flush(around)
        this.#blocks.push(...this.#wordList(items.items))
        at += items.count
      }
    }
  }

  end(around: Around = { marks: [], isPre: false }): Block[] {
    this.#flush(around)
    return this.#blocks
  }

  #walk(tree: Tree, around: Around) {
    if (typeof tree === 'string') return this.#say(tree, around)
    if (nothing.has(tree.tag) || isHiddenElement(tree)) return
    const heading = headings[tree.tag] ?? (tree.attrs.class === 'MsoTitle' ? 'h2' : undefined)
    if (heading) return this.#box(tree, { ...around, heading, marks: [] })
    if (/^Mso(?:Intense)?Quote/.test(tree.attrs.class ?? '')) return this.#put({ kind: 'quote', blocks: this.#inside(tree.children) }, around)
    switch (tree.tag) {
      case 'br': return void this.#inline.push('br')
      case 'hr': return this.#put({ kind: 'hr' }, around)
      case 'img': return this.#picture(tree, around)
      case 'ul': case 'ol': return this.#put(this.#list(tree), around)
      case 'blockquote': return this.#put({ kind: 'quote', blocks: this.#inside(tree.children) }, around)
      case 'pre': return this.#put({ kind: 'pre', text: textOf(tree).replace(/^\n|\n$/g, '') }, around)
      case 'table': {
        const table = readTable(tree, (children) => this.#inside(children))
        if (table) return this.#put(table, around)
        break
      }
      case 'a': return this.walkAll(tree.children, this.#within(tree, { ...around, href: hrefOf(tree) ?? around.href }))
    }
    if (boxes.has(tree.tag)) this.#box(tree, around)
    else this.walkAll(tree.children, this.#within(tree, around))
  }

  #within(node: Element, around: Around): Around {
    const space = styleOf(node)['white-space']
    return { ...around, marks: marksOf(node, around.marks), isPre: space ? /^(?:pre|break-spaces)/.test(space) : around.isPre }
  }

  #box(node: Element, around: Around) {
    this.#flush(around)
    const inside = this.#within(node, around)
    this.walkAll(node.children, inside)
    this.#flush(inside)
  }

  #say(text: string, { marks, href, isPre, heading }: Around) {
    // A link is underlined, a heading bold, without saying so.
    const own = marks.filter((mark) => !(href && mark === 'u') && !(heading && mark === 'strong'))
    const lines = isPre ? text.replace(/\r\n?/g, '\n').split('\n') : [text]
    lines.forEach((line, i) => {
      if (i > 0) this.#inline.push('br')
      if (line) this.#inline.push({ text: line.replace(/\u00a0/g, ' '), marks: own, ...(href && { href }) })
    })
  }

  #flush({ heading }: Around) {
    const inline = this.#inline
    this.#inline = []
    for (const paragraph of splitAtBlankLines(inline)) {
      const tidy = tidyInline(paragraph)
      if (tidy.length) this.#blocks.push({ kind: heading ?? 'p', inline: tidy })
    }
  }

  #put(block: Block, around: Around) {
    this.#flush(around)
    if (block.kind === 'quote' && block.blocks.length === 0) return
    if ((block.kind === 'ul' || block.kind === 'ol') && block.items.length === 0) return
    this.#blocks.push(block)
  }

  #picture({ attrs }: Element, around: Around) {
    const { src = '', alt = '', width, height } = attrs
    const id = /^\/media\/(\d+)\//.exec(src)?.[1]
    if (!id && emoji.test(alt)) return this.#say(alt, around)
    if (!id) return void (src && this.pictures.push(src))
    this.#put({ kind: 'picture', attrs: { src, alt, 'data-media': id, ...(width && { width }), ...(height && { height }) } }, around)
  }

  #inside(children: Tree[]): Block[] {
    const { blocks, pictures } = fromTree(children)
    this.pictures.push(...pictures)
    return blocks
  }

  /** A list directly in a list, as Google Docs writes one further in, belongs to the item before it. */
  #list(list: Element): Block {
    const items: Block[][] = []
    for (const child of list.children) {
      const isItem = typeof child !== 'string' && child.tag === 'li'
      const blocks = this.#inside(isItem ? child.children : [child])
      if (blocks.length === 0) continue
      if (isItem || items.length === 0) items.push(blocks)
      else items.at(-1)!.push(...blocks)
    }
    const start = Number(list.attrs.start)
    return { kind: list.tag as 'ul' | 'ol', items, ...(list.tag === 'ol' && start > 1 && { start }) }
  }

  #wordList(items: WordItem[]): Block[] {
    const [first] = items
    if (!first) return []
    const list: Extract<Block, { kind: 'ul' | 'ol' }> = { kind: first.kind, items: [], ...(first.kind === 'ol' && first.start > 1 && { start: first.start }) }
    let at = 0
    while (at < items.length && (items[at]!.level > first.level || items[at]!.kind === first.kind)) {
      const item = items[at++]!
      const inner: WordItem[] = []
      while (at < items.length && items[at]!.level > first.level) inner.push(items[at++]!)
      list.items.push([...this.#inside(item.children), ...this.#wordList(inner)])
    }
    return [list, ...this.#wordList(items.slice(at))]
  }
}

function wordItemsFrom(trees: Tree[], from: number): { items: WordItem[]; count: number } {
  const items: WordItem[] = []
  let count = 0
  for (let at = from; at < trees.length; at++) {
    const tree = trees[at]!
    const item = wordItem(tree)
    if (item) {
      items.push(item)
      count = at - from + 1
    } else if (typeof tree !== 'string' || tree.trim()) break
  }
  return { items, count }
}

/** An address that leads somewhere from here, too: not a place in the other document, not a file of the other machine. */
function hrefOf({ attrs }: Element): string | undefined {
  const href = attrs.href?.trim()
  if (!href || !/^(?:https?:|mailto:|tel:)/i.test(href)) return undefined
  return tidyHref(href) ?? undefined
}
