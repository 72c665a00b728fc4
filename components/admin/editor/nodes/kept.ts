import { Mark, Node } from '@tiptap/core'
import { kept } from './attributes'
import { drawKept } from './kept-view'

export type KeptOptions = { name: string; edit: string; /** Opens the piece at a place in the document. */ onEdit: (at: number) => void }

/** A piece of HTML that has no form here, such as a table: shown as it is, changed as HTML, never lost. */
export const Kept = Node.create<KeptOptions>({
  name: 'kept',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ name: '', edit: '', onEdit: () => {} }),
  addAttributes: () => ({ html: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-kept') ?? '', renderHTML: ({ html }) => ({ 'data-kept': String(html) }) } }),
  parseHTML: () => [{ tag: 'div[data-kept]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  renderText: ({ node }) => new DOMParser().parseFromString(String(node.attrs.html), 'text/html').body.textContent ?? '',
  addNodeView() {
    return ({ node, getPos }) => drawKept(String(node.attrs.html), this.options, getPos)
  },
})

/** Paragraphs of another language or direction than the text's own. */
export const Division = Node.create({
  name: 'division',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'div[lang], div[dir]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
})

/** Words in an element that has no tool: small, sub, sup, another language, the goal of a link. */
export const Wording = Mark.create({
  name: 'wording',
  // Outermost, so that a mark inside does not tear it apart; and one may stand in another.
  priority: 1200,
  excludes: '',
  inclusive: false,
  addAttributes: () => ({
    tag: { default: 'span', parseHTML: (element: HTMLElement) => element.localName, renderHTML: () => ({}) },
    lang: kept('lang'), dir: kept('dir'), id: kept('id'), name: kept('name'), title: kept('title'),
  }),
  parseHTML: () => [{ tag: 'sub, sup, small, mark, cite, span[lang], span[dir], a[name]:not([href]), a[id]:not([href]), a[title]:not([href])' }],
  renderHTML: ({ mark, HTMLAttributes }) => [String(mark.attrs.tag), HTMLAttributes, 0],
})

/** A place in the text that links lead to. */
export const Anchor = Node.create({
  name: 'anchor',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ id: kept('id'), name: kept('name'), href: kept('href'), title: kept('title') }),
  parseHTML: () => [{ tag: 'a[id]:empty, a[name]:empty', priority: 1300 }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes],
})
