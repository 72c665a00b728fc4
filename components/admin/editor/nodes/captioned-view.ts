import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'

type Drawn = { editor: Editor; node: Node; getPos: () => number | undefined }

/** A thing that is pressed to select it, and its caption, written in place. */
export function drawCaptioned({ editor, node, getPos }: Drawn, thing: HTMLElement, placeholder: string): NodeView {
  const dom = document.createElement('figure')
  const caption = document.createElement('figcaption')
  caption.dataset.placeholder = placeholder
  thing.contentEditable = 'false'
  thing.addEventListener('mousedown', (event) => {
    event.preventDefault()
    editor.chain().focus().setNodeSelection(getPos() ?? 0).run()
  })
  dom.append(thing, caption)
  const mark = ({ content }: Node) => caption.classList.toggle('is-empty', content.size === 0)
  mark(node)
  return {
    dom, contentDOM: caption,
    update: (next) => {
      if (next.type !== node.type || JSON.stringify(next.attrs) !== JSON.stringify(node.attrs)) return false
      mark(next)
      return true
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !caption.contains(mutation.target),
  }
}
