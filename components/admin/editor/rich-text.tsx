'use client'

import { getSchema } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useRef, useState } from 'react'
import type { Field, Offer } from '@/lib/paste/fields'
import { putBlock, type DialogName } from './blocks'
import { Dialogs } from './dialogs'
import { toDocument, toHtml } from './document'
import { extensions } from './extensions'
import { takeOut } from './move-fields'
import { PasteOffers } from './paste-offers'
import { droppedPictures, pastedPictures } from './picture-files'
import { Toolbar } from './toolbar'
import { usePaste } from './use-paste'
import { WordCount } from './word-count'
import type { EditorWords } from './words'

export type RichTextProps = {
  html: string
  lang: string
  words: EditorWords
  editable: boolean
  /** The fields beside the text, which pasted parts can go into; null where there are none. */
  fields: Record<Field, string> | null
  onChange: (html: string) => void
  onFields: (values: Partial<Record<Field, string>>) => void
}

const coveredEdges = { top: 130, bottom: 110, left: 0, right: 0 }

/** What is open over the text: a dialog by its name, the piece of HTML at a place (-1: a new one), or pictures to upload. */
export type Open = DialogName | { piece: number } | { pictures: File[] } | null

/** The body as rich text. Gives HTML only after somebody wrote, so that opening a post changes nothing. */
export default function RichText({ html, lang, words, editable, fields, onChange, onFields }: RichTextProps) {
  const [open, setOpen] = useState<Open>(null)
  const { found, handlePaste, dismiss, keepOffers } = usePaste()
  const choose = useRef<(name: Parameters<typeof putBlock>[1]) => void>(() => {})
  const [start] = useState(() => {
    const own = extensions({ words, onEditKept: (piece) => setOpen({ piece }), onSlash: (name) => choose.current(name) })
    return { extensions: own, content: toDocument(html, getSchema(own), true).toJSON() as object }
  })
  const takePictures = (pictures: File[]) => {
    if (pictures.length > 0) setOpen({ pictures })
    return pictures.length > 0
  }
  const editor = useEditor({
    ...start,
    editable,
    immediatelyRender: false,
    // What is pasted is read by us: a second reading would make emphasis of 2 * 3 * 4.
    enablePasteRules: false,
    editorProps: {
      attributes: { id: 'badan', class: 'body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.body, lang, style: `--verse: '${words.verseTextEmpty}'` },
      handlePaste: (view, event) => takePictures(pastedPictures(event)) || handlePaste(view, event),
      handleDrop: (view, event, _, isMoved) => !isMoved && takePictures(droppedPictures(view, event)),
      // The bar above and the tools below a phone's text cover what is at the edge.
      scrollThreshold: coveredEdges,
      scrollMargin: coveredEdges,
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false
        event.preventDefault()
        setOpen('link')
        return true
      },
    },
    onUpdate: ({ editor }) => onChange(editor.isEmpty ? '' : toHtml(editor.state.doc)),
  })
  if (!editor) return null
  choose.current = (name) => putBlock(editor, name, setOpen, (piece) => setOpen({ piece }))

  // The button that was pressed is gone: on to the next offer, or back to the text.
  const goOn = () => requestAnimationFrame(() => {
    const next = document.querySelector<HTMLElement>('.offers li button')
    if (next) next.focus()
    else editor.commands.focus()
  })
  const move = (offers: Offer[]) => {
    takeOut(editor, offers)
    onFields(Object.assign({}, ...offers.map(({ values }) => values)))
    keepOffers(found.offers.filter((offer) => !offers.includes(offer)))
    goOn()
  }
  return (
    <>
      {editable && <Toolbar editor={editor} words={words} onOpen={setOpen} />}
      <EditorContent editor={editor} />
      <PasteOffers words={words} found={found} fields={fields} onMove={move} onDismiss={() => { dismiss(); goOn() }} />
      <WordCount editor={editor} words={words} />
      <Dialogs editor={editor} words={words} open={open} onPut={(name) => choose.current(name)} onClose={() => setOpen(afterwards)} />
    </>
  )
}

/** Of several pictures the next one is asked about when one is done. */
function afterwards(open: Open): Open {
  const rest = open !== null && typeof open === 'object' && 'pictures' in open ? open.pictures.slice(1) : []
  return rest.length > 0 ? { pictures: rest } : null
}
