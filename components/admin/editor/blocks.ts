import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** What can be put into a text, by the menu that a slash opens and by the one on the toolbar. */
export const blockNames = ['h2', 'h3', 'verse', 'quote', 'bullets', 'numbers', 'image', 'video', 'audio', 'divider', 'htmlPiece'] as const
export type BlockName = (typeof blockNames)[number]
/** Those that ask for something first. */
export type DialogName = 'link' | 'image' | 'video' | 'audio' | 'insert'

/** Puts it in, or opens what has to be asked first. */
export function putBlock(editor: Editor, name: BlockName, open: (dialog: DialogName) => void, openPiece: (at: number) => void): void {
  const chain = editor.chain().focus()
  switch (name) {
    case 'h2': return void chain.toggleHeading({ level: 2 }).run()
    case 'h3': return void chain.toggleHeading({ level: 3 }).run()
    case 'quote': return void chain.toggleBlockquote().run()
    case 'bullets': return void chain.toggleBulletList().run()
    case 'numbers': return void chain.toggleOrderedList().run()
    case 'divider': return void chain.setHorizontalRule().run()
    case 'verse': return putVerse(editor)
    case 'htmlPiece': return openPiece(-1)
    default: return open(name)
  }
}

/** An empty verse with the cursor in its words, and a paragraph after it to go on. */
export function putVerse(editor: Editor): void {
  putAndGoOn(editor, { type: 'verse', content: [{ type: 'verseText', content: [{ type: 'paragraph' }] }, { type: 'verseRef' }] }, 3)
}

type Content = { type: string; attrs?: Record<string, unknown>; content?: unknown[] }

/**
 * Puts a block in the place of an empty paragraph, or after the one with the cursor, and a paragraph after it when it
 * would be the last. `inside`: how far into the block the cursor goes; without it, after the block.
 */
export function putAndGoOn(editor: Editor, block: Content, inside?: number): void {
  editor.chain().focus().command(({ tr, state }) => {
    const { $to } = tr.selection
    const depth = $to.depth === 0 ? 0 : 1
    const isEmpty = depth === 1 && $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0
    const node = state.schema.nodeFromJSON(block)
    const at = depth === 0 ? tr.selection.to : isEmpty ? $to.before(1) : $to.after(1)
    if (isEmpty) tr.replaceWith(at, $to.after(1), node)
    else tr.insert(at, node)
    const end = at + node.nodeSize
    if (end >= tr.doc.content.size || inside === undefined) tr.insert(end, state.schema.nodes.paragraph!.create())
    tr.setSelection(TextSelection.near(tr.doc.resolve(inside === undefined ? end + 1 : at + inside))).scrollIntoView()
    return true
  }).run()
}
