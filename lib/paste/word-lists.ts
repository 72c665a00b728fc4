import { textOf, type Element, type Tree } from '@/lib/html-tree/tree'
import { styleOf } from './style'

// Word writes a list as paragraphs: `mso-list:l0 level2 lfo1` in the style, and the bullet or number as text in a
// span that says `mso-list:Ignore`.

export type WordItem = { level: number; kind: 'ul' | 'ol'; start: number; children: Tree[] }

/** What the paragraph is an item of; null when it is none. */
export function wordItem(tree: Tree): WordItem | null {
  if (typeof tree === 'string') return null
  const level = /(?:^|\s)level(\d+)/.exec(styleOf(tree)['mso-list'] ?? '')?.[1]
  const marker = findMarker(tree)
  if (!marker || !(level || /MsoListParagraph/.test(tree.attrs.class ?? ''))) return null
  const sign = textOf(marker).replace(/[\s\u00a0]+/g, '')
  const counted = /^\(?(\d+)[.)]?$/.exec(sign)
  const isCounted = counted !== null || /^\(?(?:[a-z]|[ivxlc]+)[.)]$/i.test(sign)
  return { level: Number(level ?? 1), kind: isCounted ? 'ol' : 'ul', start: Number(counted?.[1] ?? 1), children: without(tree, marker).children }
}

function findMarker(node: Element): Element | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    if (styleOf(child)['mso-list'] === 'ignore') return child
    const inner = findMarker(child)
    if (inner) return inner
  }
  return null
}

function without(node: Element, gone: Element): Element {
  return { ...node, children: node.children.filter((child) => child !== gone).map((child) => (typeof child === 'string' ? child : without(child, gone))) }
}
