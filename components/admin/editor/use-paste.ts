import { Slice, type Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { useState } from 'react'
import { childrenFromDom } from '@/lib/html-tree/tree'
import type { Offer } from '@/lib/paste/fields'
import { readPaste } from '@/lib/paste/read'
import { toDocument } from './document'

export type Found = { offers: Offer[]; pictures: string[] }

/** Takes pasted text over cleanly, and says what of it has a field of its own and what stayed behind. */
export function usePaste() {
  const [found, setFound] = useState<Found>({ offers: [], pictures: [] })

  const handlePaste = (view: EditorView, event: ClipboardEvent): boolean => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const html = event.clipboardData?.getData('text/html') ?? ''
    // A piece of this very editor, and whatever goes into code, is taken as it is.
    if ((!text && !html) || html.includes('data-pm-slice') || view.state.selection.$from.parent.type.spec.code) return false
    // The address of a link is set on the words that are selected.
    if (!view.state.selection.empty && /^\s*https?:\/\/\S+\s*$/.test(text)) return false
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const read = readPaste({ html: html.trim() ? childrenFromDom(body.childNodes) : null, text })
    if (read.html) insert(view, read.html)
    setFound({ offers: read.offers, pictures: read.pictures })
    return Boolean(read.html) || read.pictures.length > 0
  }
  return { found, handlePaste, dismiss: () => setFound({ offers: [], pictures: [] }), keepOffers: (offers: Offer[]) => setFound((before) => ({ ...before, offers })) }
}

/** Open where a paragraph begins or ends it, so that a line joins the line it is put into; a list or heading stays what it is. */
function insert(view: EditorView, html: string): void {
  const { content } = toDocument(html, view.state.schema)
  const isOpen = (node: Node | null) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = new Slice(content, isOpen(content.firstChild), isOpen(content.lastChild))
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}
