import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { oneLine } from '@/lib/one-line'
import type { Offer } from '@/lib/paste/fields'

/** Takes the blocks of `offers` out of the text. What was changed since it was pasted is not found, and stays. */
export function takeOut(editor: Editor, offers: Offer[]): void {
  editor.chain().command(({ tr }) => {
    for (const { blocks } of offers) {
      const range = rangeOf(tr.doc, blocks)
      if (!range) continue
      tr.delete(range.from, range.to)
      if (tr.doc.childCount === 0) tr.insert(0, editor.schema.nodes.paragraph!.create())
    }
    return true
  }).run()
}

/** Where blocks with these texts stand one after another; the last place, as the text was pasted just now. */
function rangeOf(doc: Node, texts: string[]): { from: number; to: number } | null {
  const places: { from: number; to: number; text: string }[] = []
  doc.forEach((node, offset) => places.push({ from: offset, to: offset + node.nodeSize, text: wordsOf(node) }))
  for (let at = places.length - texts.length; at >= 0; at--) {
    if (texts.every((text, i) => places[at + i]!.text === oneLine(text))) return { from: places[at]!.from, to: places[at + texts.length - 1]!.to }
  }
  return null
}

function wordsOf(node: Node): string {
  return oneLine(node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '')))
}
