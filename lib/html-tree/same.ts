import type { Element, Tree } from './tree'

// Whether two pieces of HTML say the same to a reader. An editor writes a text its own way (paragraphs in list items,
// `strong` for `b`, marks in another order), and only what would be lost matters. HTML becomes a list of tokens:
// edges between blocks, elements that open and close, runs of text with the marks upon them.

const marks: Record<string, string> = {
  b: 'strong', strong: 'strong', i: 'em', em: 'em', s: 's', del: 's', strike: 's', u: 'u', code: 'code', sub: 'sub', sup: 'sup',
  small: 'small', mark: 'mark', cite: 'cite', span: 'span', a: 'a',
}
const edges = new Set(['p', 'div'])
const singles = new Set(['br', 'hr', 'img'])
const silent = new Set(['rel', 'target', 'class', 'style', 'loading', 'decoding'])
const edge = '\n'

export function isSameTree(a: Tree[], b: Tree[]): boolean {
  return outline(a) === outline(b)
}

export function outline(trees: Tree[]): string {
  const writer = new Writer()
  writer.walkAll(trees, [], false)
  return tidy(writer.tokens()).map((token) => JSON.stringify(token)).join('\n')
}

type Token = string | { text: string; marks: string; isPre: boolean }

class Writer {
  #tokens: Token[] = []

  walkAll(trees: Tree[], own: string[], isPre: boolean) {
    for (const tree of trees) this.#walk(tree, own, isPre)
  }

  tokens(): Token[] {
    return this.#tokens
  }

  #walk(tree: Tree, own: string[], isPre: boolean) {
    if (typeof tree === 'string') return this.#say(isPre ? tree : tree.replace(/[ \t\r\n\f]+/g, ' '), own, isPre)
    const mark = marks[tree.tag]
    if (mark && !(isPre && tree.tag === 'code')) return this.#mark(tree, mark, own, isPre)
    if (mark) return this.walkAll(tree.children, own, isPre)
    if (tree.tag === 'br' && isPre) return this.#say('\n', own, isPre)
    if (singles.has(tree.tag)) return this.#single(tree, own)
    this.#box(tree, own, isPre)
  }

  /** A link to nowhere and a span without a language say nothing; an empty place that links lead to does. */
  #mark(node: Element, mark: string, own: string[], isPre: boolean) {
    const attributes = attributesOf(node)
    const says = attributes || (mark !== 'a' && mark !== 'span')
    if (node.tag === 'a' && attributes && node.children.length === 0) this.#tokens.push(`<a${attributes}/>`)
    this.walkAll(node.children, says ? [...new Set([...own, mark + attributes])].sort() : own, isPre)
  }

  /** Marks of a character's look say nothing of a picture; a link does. */
  #single(node: Element, own: string[]) {
    const around = node.tag === 'img' ? own.filter((mark) => mark.startsWith('a ')).join('+') : ''
    this.#tokens.push(`<${node.tag}${attributesOf(node)}>${around}`)
  }

  #box(node: Element, own: string[], isPre: boolean) {
    const attributes = attributesOf(node)
    if (edges.has(node.tag) && !attributes) {
      this.#tokens.push(edge)
      this.walkAll(node.children, own, isPre)
      this.#tokens.push(edge)
      return
    }
    this.#tokens.push(`<${node.tag}${attributes}>`)
    this.walkAll(node.children, own, isPre || node.tag === 'pre')
    this.#tokens.push(`</${node.tag}>`)
  }

  #say(text: string, own: string[], isPre: boolean) {
    const last = this.#tokens.at(-1)
    const said = own.join('+')
    if (typeof last === 'object' && last.marks === said && last.isPre === isPre) last.text += text
    else if (text) this.#tokens.push({ text, marks: said, isPre })
  }
}

/** Without what nobody sees: spaces at the edges, a break before one, edges beside edges, an empty caption. */
function tidy(tokens: Token[]): Token[] {
  let before = ''
  let now = tokens
  while (JSON.stringify(now) !== before) {
    before = JSON.stringify(now)
    now = merge(now.map((token, i) => trim(token, now[i - 1], now[i + 1])).filter((token, i, all) => isSaid(token, all[i - 1], all[i + 1])))
  }
  return now
}

function trim(token: Token, last: Token | undefined, next: Token | undefined): Token {
  if (typeof token === 'string' || token.isPre) return token
  let { text } = token
  const afterSpace = typeof last === 'object' && last.text.endsWith(' ')
  if (isBoundary(last) || last === '<br>' || afterSpace) text = text.replace(/^ +/, '')
  if (isBoundary(next) || next === '<br>') text = text.replace(/ +$/, '')
  return { ...token, text: text.replace(/ +/g, ' ') }
}

function isSaid(token: Token, last: Token | undefined, next: Token | undefined): boolean {
  if (typeof token === 'object') return token.text !== ''
  if (token === '<br>') return !isBoundary(next)
  if (token === '<figcaption>') return next !== '</figcaption>'
  if (token === '</figcaption>') return last !== '<figcaption>'
  return token !== edge || !(last === undefined || next === undefined || isBlock(last) || next === edge || isBlock(next))
}

function merge(tokens: Token[]): Token[] {
  const merged: Token[] = []
  for (const token of tokens) {
    const last = merged.at(-1)
    if (typeof token === 'object' && typeof last === 'object' && last.marks === token.marks && last.isPre === token.isPre) last.text += token.text
    else merged.push(typeof token === 'object' ? { ...token } : token)
  }
  return merged
}

function isBoundary(token: Token | undefined): boolean {
  return token === undefined || token === edge || isBlock(token)
}

/** Whatever stands in a line of its own. */
function isBlock(token: Token): boolean {
  return typeof token === 'string' && token !== edge && !/^<\/?(?:br|a|q|img)\b/.test(token)
}

function attributesOf({ tag, attrs }: Element): string {
  return Object.entries(attrs)
    .filter(([name, value]) => !silent.has(name) && !(name === 'start' && value === '1') && !(name === 'dir' && value === 'auto') && !(tag === 'ol' && name === 'type' && value === '1'))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('')
}
