import { Node, type Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { isFigureOf } from './picture'

/** A verse in the text (ayat): its words, then where they stand. */
export const Verse = Node.create({
  name: 'verse',
  group: 'block',
  content: 'verseText verseRef',
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: 'figure', priority: 61, getAttrs: (element) => (isFigureOf(element, 'blockquote') ? {} : false) }],
  renderHTML: () => ['figure', { class: 'ayat' }, 0],
  addKeyboardShortcuts() {
    return {
      // From the words to the reference, from there out of the verse.
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        if (!empty) return false
        if ($from.parent.type.name === 'verseRef') return goOnAfter(editor, $from.after(-1))
        const text = $from.node(-1)
        if (text?.type.name !== 'verseText' || $from.parent.content.size > 0 || $from.index(-1) < text.childCount - 1 || text.childCount === 1) return false
        return editor.commands.command(({ tr }) => {
          tr.delete($from.before(), $from.after())
          tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map($from.after(-1)) + 1)))
          return true
        })
      },
      // An empty verse goes as it came.
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        const depth = [$from.depth, $from.depth - 1, $from.depth - 2].find((at) => at > 0 && $from.node(at).type.name === 'verse')
        if (!empty || depth === undefined || $from.node(depth).textContent !== '') return false
        const at = $from.before(depth)
        return editor.chain().deleteRange({ from: at, to: $from.after(depth) }).insertContentAt(at, { type: 'paragraph' }).setTextSelection(at + 1).run()
      },
    }
  },
})

export const VerseText = Node.create({
  name: 'verseText',
  content: 'paragraph+',
  parseHTML: () => [{ tag: 'blockquote', context: 'verse/', priority: 60 }],
  renderHTML: () => ['blockquote', 0],
})

export const VerseRef = Node.create({
  name: 'verseRef',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption', context: 'verse/', priority: 60 }],
  renderHTML: () => ['figcaption', 0],
})

/** Into the empty paragraph that waits there, or a new one. */
function goOnAfter(editor: Editor, at: number): boolean {
  const next = editor.state.doc.resolve(at).nodeAfter
  const chain = editor.chain()
  if (next?.type.name !== 'paragraph' || next.content.size > 0) chain.insertContentAt(at, { type: 'paragraph' })
  return chain.setTextSelection(at + 1).run()
}
