import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** The first paragraphs of a body: at least two blocks, up to about `letters` characters, never cut within one. */
export function opening(html: string, letters = 260): string {
  const fragment = parseFragment(html)
  const kept: Node[] = []
  let length = 0
  for (const node of fragment.childNodes) {
    if (kept.length >= 2 && length > letters) break
    if (isHeading(node)) break
    length += textLength(node)
    if (textLength(node) > 0) kept.push(node)
    if (length > letters * 2) break
  }
  fragment.childNodes = kept
  return serialize(fragment)
}

function isHeading(node: Node): boolean {
  return /^h\d$/.test(node.nodeName)
}

function textLength(node: Node): number {
  if ('value' in node) return node.value.trim().length
  return 'childNodes' in node ? node.childNodes.reduce((sum, child) => sum + textLength(child), 0) : 0
}
