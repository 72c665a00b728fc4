import { defaultTreeAdapter as adapter, html as names, type DefaultTreeAdapterTypes as Types } from 'parse5'
import { quickParse } from './quick-parse'

// The tree of a text as a browser would build it, with the few things that cleaning does to it.

export type Node = Types.ChildNode
export type Parent = Types.ParentNode
export type Tag = Types.Element
export type Fragment = Types.DocumentFragment

export function parse(html: string): Fragment {
  const root = quickParse(html)
  flatten(root)
  return root
}

export function isTag(node: Node | Parent): node is Tag {
  return (node as Partial<Tag>).tagName !== undefined
}

export function isText(node: Node): node is Types.TextNode {
  return node.nodeName === '#text'
}

export function attribute(tag: Tag, name: string): string {
  return tag.attrs.find((one) => one.name === name)?.value ?? ''
}

export function setAttributes(tag: Tag, attributes: Record<string, string | number | undefined>): void {
  tag.attrs = Object.entries(attributes).flatMap(([name, value]) => (value === undefined || value === '' && name !== 'alt' ? [] : [{ name, value: String(value) }]))
}

export function hasClass(tag: Tag, name: string): boolean {
  return attribute(tag, 'class').split(/\s+/).includes(name)
}

export function make(name: string, attributes: Record<string, string | number | undefined> = {}, children: Node[] = []): Tag {
  const tag = adapter.createElement(name, names.NS.HTML, [])
  setAttributes(tag, attributes)
  for (const child of children) append(tag, child)
  return tag
}

export function makeText(value: string): Node {
  return adapter.createTextNode(value)
}

export function append(parent: Parent, child: Node): void {
  if (child.parentNode) adapter.detachNode(child)
  adapter.appendChild(parent, child)
}

export function remove(node: Node): void {
  adapter.detachNode(node)
}

/** Puts `others` where `node` is. */
export function replace(node: Node, others: Node[]): void {
  const parent = node.parentNode
  if (!parent) return
  for (const other of others) {
    if (other.parentNode) adapter.detachNode(other)
    adapter.insertBefore(parent, other, node)
  }
  adapter.detachNode(node)
}

export function unwrap(tag: Tag): void {
  replace(tag, [...tag.childNodes])
}

/** All that is below, children first, so that what is visited may be replaced. */
export function deepestFirst(parent: Parent, found: Node[] = []): Node[] {
  for (const node of parent.childNodes) {
    if (isTag(node)) deepestFirst(node, found)
    found.push(node)
  }
  return found
}

/** The first below that passes, the deepest first. */
export function find(parent: Parent, test: (tag: Tag) => boolean): Tag | undefined {
  for (const node of parent.childNodes) {
    if (!isTag(node)) continue
    const found = find(node, test) ?? (test(node) ? node : undefined)
    if (found) return found
  }
  return undefined
}

export function textIn(node: Node | Parent): string {
  if ('value' in node && node.nodeName === '#text') return node.value as string
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

const isSomething = /\S/

/** Whether it holds more than spaces. */
export function hasText(node: Node | Parent): boolean {
  if (node.nodeName === '#text') return isSomething.test((node as Types.TextNode).value)
  return 'childNodes' in node && node.childNodes.some(hasText)
}

/** Nobody writes deeper; a file that does must not exhaust the stack of whoever walks the tree, here or on readers' pages. */
const deepest = 200
/** Their text is not shown as such, and goes with them. */
const whole = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'noembed', 'noframes', 'title', 'textarea', 'select'])

/** Below the deepest level stay only texts, pictures and lines, in their order. */
function flatten(root: Fragment): void {
  let level: Parent[] = [root]
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    level = level.flatMap((parent) => parent.childNodes.filter((node): node is Tag => isTag(node) && node.childNodes.length > 0))
  }
  for (const parent of level) {
    const leaves = leavesOf(parent)
    for (const leaf of leaves) leaf.parentNode = parent
    parent.childNodes = leaves
  }
}

const isSpace = (node: Node | undefined) => node !== undefined && isText(node) && node.value === ' '

function leavesOf(parent: Parent): Node[] {
  const leaves: Node[] = []
  const waiting = parent.childNodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node) || node.childNodes.length === 0 || whole.has(node.tagName)) leaves.push(node)
    else {
      // What stood in boxes of their own is not one word.
      if (!isSpace(leaves.at(-1))) leaves.push(makeText(' '))
      for (const child of node.childNodes.toReversed()) waiting.push(child)
    }
  }
  return leaves
}
