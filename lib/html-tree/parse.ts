import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { element, type Tree } from './tree'

type Node = DefaultTreeAdapterTypes.ChildNode

/** What a browser would make of `html`, the children of its body; for Node. */
export function parseTree(html: string): Tree[] {
  const root = parse(html, { scriptingEnabled: false }).childNodes.find(({ nodeName }) => nodeName === 'html') as DefaultTreeAdapterTypes.Element
  const body = root.childNodes.find(({ nodeName }) => nodeName === 'body') as DefaultTreeAdapterTypes.Element
  return body.childNodes.map(toTree).filter((tree) => tree !== null)
}

function toTree(node: Node): Tree | null {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (!('attrs' in node)) return null
  const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return element(node.nodeName, attrs, node.childNodes.map(toTree).filter((tree) => tree !== null))
}
