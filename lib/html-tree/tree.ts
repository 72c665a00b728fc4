/**
 * HTML as plain data, so that what is known of it is tried without a browser: a browser's DOM becomes one by
 * `fromDom`, text in Node by `parseTree`.
 */
export type Element = { tag: string; attrs: Record<string, string>; children: Tree[] }
export type Tree = Element | string

const voids = new Set(['br', 'hr', 'img', 'wbr'])

export function element(tag: string, attrs: Record<string, string>, children: Tree[]): Element {
  return { tag, attrs, children }
}

/** A node of a browser's DOM and what is in it; null for comments. */
export function fromDom(node: Node): Tree | null {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  if (node.nodeType !== 1) return null
  const { localName, attributes, childNodes } = node as globalThis.Element
  return element(localName, Object.fromEntries([...attributes].map(({ name, value }) => [name, value])), childrenFromDom(childNodes))
}

export function childrenFromDom(nodes: Iterable<Node>): Tree[] {
  return [...nodes].map(fromDom).filter((tree) => tree !== null)
}

export function toHtml(trees: Tree[]): string {
  return trees.map(write).join('')
}

function write(tree: Tree): string {
  if (typeof tree === 'string') return escapeText(tree)
  const attrs = Object.entries(tree.attrs).map(([name, value]) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`).join('')
  return voids.has(tree.tag) ? `<${tree.tag}${attrs}>` : `<${tree.tag}${attrs}>${toHtml(tree.children)}</${tree.tag}>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/\u00a0/g, '&nbsp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The elements directly inside. */
export function childrenOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string')
}

/** All text in order, nothing between. */
export function textOf(tree: Tree): string {
  return typeof tree === 'string' ? tree : tree.children.map(textOf).join('')
}
