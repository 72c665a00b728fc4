import type { NodeView } from '@tiptap/pm/view'
import { allowedAttributes, allowedTags } from '@/lib/html-allowed'
import type { KeptOptions } from './kept'

/** The piece as readers see it, under its name, with a button that opens it. */
export function drawKept(html: string, { name, edit, onEdit }: KeptOptions, getPos: () => number | undefined): NodeView {
  const dom = document.createElement('div')
  dom.className = 'keptpiece'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', name)
  const shown = document.createElement('div')
  shown.inert = true
  shown.append(...safeNodes(html))
  const head = document.createElement('p')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = edit
  button.addEventListener('click', () => onEdit(getPos() ?? 0))
  head.append(name, ' ', button)
  dom.append(head, shown)
  return { dom, ignoreMutation: () => true, stopEvent: (event) => event.target === button && event.type !== 'dragstart' }
}

/** Only what the sanitiser would let through; the server sanitises what is stored, this is what the author sees till then. */
function safeNodes(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('*')) {
    if (!allowedTags.includes(element.localName)) {
      element.remove()
      continue
    }
    const names = new Set([...(allowedAttributes[element.localName] ?? []), ...allowedAttributes['*']!])
    for (const { name, value } of Array.from(element.attributes)) {
      if (!names.has(name) || /^\s*(?:javascript|data|vbscript):/i.test(value)) element.removeAttribute(name)
    }
  }
  return [...body.childNodes]
}
