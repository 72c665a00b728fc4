import { mergeAttributes, Node, type Attributes } from '@tiptap/core'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { kept } from './attributes'
import { drawCaptioned } from './captioned-view'

const imgOf = (element: HTMLElement) => (element.tagName === 'IMG' ? element : element.querySelector('img'))

/** What a picture has with or without a caption; `media` is its id among ours, by which its other widths are found. */
function pictureAttributes(): Attributes {
  return {
    src: kept('src', imgOf), alt: kept('alt', imgOf), title: kept('title', imgOf), width: kept('width', imgOf), height: kept('height', imgOf),
    media: {
      default: null,
      parseHTML: (element: HTMLElement) => imgOf(element)?.getAttribute('data-media') ?? null,
      renderHTML: ({ media }) => (media ? { 'data-media': String(media) } : {}),
    },
    /** Where a press leads, as old posts link to the larger picture. */
    href: { default: null, parseHTML: (element: HTMLElement) => imgOf(element)?.closest('a')?.getAttribute('href') ?? null, renderHTML: () => ({}) },
  }
}

function drawPicture(href: string | null, attributes: Record<string, unknown>): DOMOutputSpec {
  const img: DOMOutputSpec = ['img', mergeAttributes(attributes)]
  return href ? ['a', { href }, img] : img
}

/** A picture on its own, as old posts have it. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: pictureAttributes,
  parseHTML: () => [
    { tag: 'img[src]:not([src^="data:"])' },
    { tag: 'a[href]', priority: 1100, getAttrs: (element) => (holdsOnly(element, 'img[src]') ? {} : false) },
  ],
  renderHTML: ({ node, HTMLAttributes }) => drawPicture(node.attrs.href as string | null, HTMLAttributes),
})

/** A picture with its caption. */
export const Figure = Node.create<{ caption: string }>({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  defining: true,
  addAttributes: pictureAttributes,
  parseHTML: () => [{ tag: 'figure', priority: 60, getAttrs: (element) => (isFigureOf(element, 'img[src], a[href]') && imgOf(element) ? {} : false), contentElement: captionOf }],
  addOptions: () => ({ caption: '' }),
  addNodeView() {
    return (drawn) => {
      const { src, alt, width, height } = drawn.node.attrs as Record<string, string | null>
      const img = Object.assign(document.createElement('img'), { src: src ?? '', alt: alt ?? '', draggable: false })
      if (width) img.setAttribute('width', width)
      if (height) img.setAttribute('height', height)
      return drawCaptioned(drawn, img, this.options.caption)
    }
  },
  renderHTML: ({ node, HTMLAttributes }) => ['figure', {}, drawPicture(node.attrs.href as string | null, HTMLAttributes), ['figcaption', {}, 0]],
})

/** What is pasted or opened has a caption, or gets an empty one. */
export function captionOf(element: globalThis.Node): HTMLElement {
  return (element as HTMLElement).querySelector<HTMLElement>(':scope > figcaption') ?? document.createElement('figcaption')
}

/** One thing of this kind, and perhaps a caption after it. */
export function isFigureOf(element: HTMLElement, selector: string): boolean {
  const [thing, caption, ...more] = element.children
  const isPicture = thing?.matches(selector) && (thing.tagName !== 'A' || holdsOnly(thing as HTMLElement, 'img[src]'))
  return Boolean(isPicture) && more.length === 0 && (!caption || caption.tagName === 'FIGCAPTION') && !hasLooseText(element)
}

function holdsOnly(element: HTMLElement, selector: string): boolean {
  return element.children.length === 1 && element.firstElementChild!.matches(selector) && !hasLooseText(element)
}

function hasLooseText(element: HTMLElement): boolean {
  return [...element.childNodes].some((child) => child.nodeType === 3 && child.nodeValue?.trim())
}
