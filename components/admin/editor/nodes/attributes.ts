import type { Attribute } from '@tiptap/core'

/** An attribute that HTML and the document have under the same name, kept as text. */
export function kept(name: string, find: (element: HTMLElement) => Element | null = (element) => element): Partial<Attribute> {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => find(element)?.getAttribute(name) ?? null,
    renderHTML: (attributes) => (attributes[name] === null || attributes[name] === undefined ? {} : { [name]: String(attributes[name]) }),
  }
}
