import { Extension } from '@tiptap/core'
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion'
import { blockNames, type BlockName } from './blocks'

export type SlashOptions = {
  /** The menu's own name, and each block's with other words for it. */
  label: string
  names: Record<BlockName, string>
  aliases: Record<BlockName, string>
  choose: (name: BlockName) => void
}

/** A slash at the beginning of a word opens a list of what can be put in: letters narrow it, arrows and Enter choose. */
export const SlashMenu = Extension.create<SlashOptions>({
  name: 'slashMenu',
  addProseMirrorPlugins() {
    const { label, names, aliases, choose } = this.options
    return [
      Suggestion<BlockName, BlockName>({
        editor: this.editor,
        char: '/',
        allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code,
        items: ({ query }) => blockNames.filter((name) => `${names[name]} ${aliases[name]}`.toLowerCase().includes(query.toLowerCase())),
        command: ({ editor, range, props }) => {
          editor.chain().focus().deleteRange(range).run()
          choose(props)
        },
        placement: 'bottom-start',
        render: () => drawMenu(label, names),
      }),
    ]
  },
})

type Props = SuggestionProps<BlockName, BlockName>

/** The list as a listbox that the text itself operates, since the focus stays there. */
function drawMenu(label: string, names: Record<BlockName, string>) {
  const list = document.createElement('ul')
  list.className = 'slashmenu'
  list.id = 'sisipan'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  let props: Props
  let at = 0
  let unmount: (() => void) | undefined

  const draw = () => {
    list.replaceChildren(...props.items.map((name, i) => {
      const item = document.createElement('li')
      item.id = `sisipan-${i}`
      item.setAttribute('role', 'option')
      item.setAttribute('aria-selected', String(i === at))
      item.textContent = names[name]
      // The text keeps the focus, and a phone its keyboard.
      item.addEventListener('mousedown', (event) => event.preventDefault())
      item.addEventListener('click', () => props.command(name))
      return item
    }))
    list.hidden = props.items.length === 0
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    const { dom } = props.editor.view
    dom.setAttribute('aria-controls', list.id)
    if (props.items.length) dom.setAttribute('aria-activedescendant', `sisipan-${at}`)
    else dom.removeAttribute('aria-activedescendant')
  }
  const move = (by: number) => {
    at = (at + by + props.items.length) % props.items.length
    draw()
    return true
  }
  return {
    onStart: (next: Props) => {
      props = next
      at = 0
      unmount = props.mount(list)
      draw()
    },
    onUpdate: (next: Props) => {
      props = next
      at = 0
      draw()
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }) => {
      if (props.items.length === 0) return false
      if (event.key === 'ArrowDown') return move(1)
      if (event.key === 'ArrowUp') return move(-1)
      if (event.key !== 'Enter' && event.key !== 'Tab') return false
      props.command(props.items[at]!)
      return true
    },
    onExit: () => {
      unmount?.()
      list.remove()
      props.editor.view.dom.removeAttribute('aria-activedescendant')
      props.editor.view.dom.removeAttribute('aria-controls')
    },
  }
}
