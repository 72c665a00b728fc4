'use client'

import { EditorContent, useEditor } from '@tiptap/react'
import { useState } from 'react'
import { extensions } from './extensions'
import { ImageDialog } from './image-dialog'
import { LinkDialog } from './link-dialog'
import { withoutForeignPictures } from './paste'
import { sameHtml } from './same-html'
import { Toolbar } from './toolbar'
import type { EditorWords } from './words'

type Props = {
  html: string
  lang: string
  words: EditorWords
  editable: boolean
  onChange: (html: string) => void
  /** Called at once when the editor would lose something of `html`. */
  onLoss: () => void
}

/** The body as rich text. Gives HTML only after somebody wrote, so that opening a post changes nothing. */
export default function RichText({ html, lang, words, editable, onChange, onLoss }: Props) {
  const [dialog, setDialog] = useState<'link' | 'image' | null>(null)
  const [dropped, setDropped] = useState(false)
  const editor = useEditor({
    extensions: extensions(words.bodyEmpty),
    content: html,
    editable,
    immediatelyRender: false,
    editorProps: {
      attributes: { id: 'badan', class: 'body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.body, lang },
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false
        event.preventDefault()
        setDialog('link')
        return true
      },
      transformPastedHTML: (pasted) => {
        const kept = withoutForeignPictures(pasted)
        setDropped(kept !== pasted)
        return kept
      },
    },
    onCreate: ({ editor }) => {
      if (!sameHtml(html, editor.getHTML())) onLoss()
    },
    onUpdate: ({ editor }) => onChange(editor.isEmpty ? '' : editor.getHTML()),
  })
  if (!editor) return null
  return (
    <>
      {editable && <Toolbar editor={editor} words={words} onOpen={setDialog} />}
      {dropped && <p className="note" role="status">{words.pasteDropped}</p>}
      <EditorContent editor={editor} />
      {dialog === 'link' && <LinkDialog editor={editor} words={words} onClose={() => setDialog(null)} />}
      {dialog === 'image' && <ImageDialog editor={editor} words={words} onClose={() => setDialog(null)} />}
    </>
  )
}
