import type { Editor } from '@tiptap/core'

export type Chosen = { media: string | null; src: string; width: string | null; height: string | null; alt: string | null; title: string | null; href: string | null }
export type FoundPicture = { at: number; size: number; name: string; attrs: Chosen; caption: string }

/** The picture that is selected, or whose caption the cursor is in. */
export function findPicture(editor: Editor): FoundPicture | null {
  const { $from, from } = editor.state.selection
  const own = editor.state.doc.nodeAt(from)
  const at = own && /^(?:image|figure)$/.test(own.type.name) ? from : $from.depth > 0 && $from.parent.type.name === 'figure' ? $from.before() : null
  const node = at === null ? null : editor.state.doc.nodeAt(at)
  return node && at !== null ? { at, size: node.nodeSize, name: node.type.name, attrs: node.attrs as Chosen, caption: node.textContent } : null
}

/** Changes it in its place. A caption that nobody touched keeps its links and emphasis; one without a caption gets one when it is written. */
export function writePicture(editor: Editor, { at, size, name, caption: before }: FoundPicture, attrs: Chosen, caption: string): void {
  if (caption === before) return void editor.chain().focus().command(({ tr }) => Boolean(tr.setNodeMarkup(at, undefined, attrs))).run()
  const content = caption ? [{ type: 'text', text: caption }] : []
  const block = name === 'image' && !caption ? { type: 'image', attrs } : { type: 'figure', attrs, content }
  editor.chain().focus().insertContentAt({ from: at, to: at + size }, block).run()
}
