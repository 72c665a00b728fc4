import { childrenOf, element, type Element, type Tree } from '@/lib/html-tree/tree'
import { blocksToTrees, type Block } from './blocks'

/**
 * A table of more than one column, as a piece that is kept; null for one that only lays out (a column, a picture
 * with its caption), whose cells are paragraphs.
 */
export function readTable(table: Element, inside: (children: Tree[]) => Block[]): Block | null {
  const rows = rowsOf(table)
  const isLayout = table.attrs.role === 'presentation' || /\btr-caption-container\b/.test(table.attrs.class ?? '')
  if (isLayout || rows.every((row) => row.length < 2)) return null
  const cell = ({ tag, attrs, children }: Element) => element(tag, spans(attrs), cellTrees(inside(children)))
  const body = rows.filter((row) => row.length).map((row) => element('tr', {}, row.map(cell)))
  const captions = childrenOf(table).filter(({ tag }) => tag === 'caption').map(({ children }) => element('caption', {}, cellTrees(inside(children))))
  return { kind: 'kept', tree: element('table', {}, [...captions, element('tbody', {}, body)]) }
}

function rowsOf(table: Element): Element[][] {
  return childrenOf(table).flatMap((child) => {
    if (child.tag === 'tr') return [childrenOf(child).filter(({ tag }) => tag === 'td' || tag === 'th')]
    return /^(?:thead|tbody|tfoot)$/.test(child.tag) ? rowsOf(child) : []
  })
}

/** A cell with one paragraph holds its words directly. */
function cellTrees(blocks: Block[]): Tree[] {
  const trees = blocksToTrees(blocks)
  const [only] = trees
  return trees.length === 1 && typeof only === 'object' && only.tag === 'p' ? only.children : trees
}

function spans({ colspan, rowspan }: Record<string, string>): Record<string, string> {
  return { ...(colspan && colspan !== '1' && { colspan }), ...(rowspan && rowspan !== '1' && { rowspan }) }
}
