import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { putAndGoOn } from './blocks'
import { toDocument } from './document'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; /** Where the piece stands; -1 for a new one. */ at: number; onClose: () => void }

/** A piece that only HTML can say, as HTML. What the editor has a form for becomes that again. */
export function PieceDialog({ editor, words, at, onClose }: Props) {
  const [html, setHtml] = useState(() => String(editor.state.doc.nodeAt(at)?.attrs.html ?? ''))
  const set = () => {
    onClose()
    const blocks = html.trim() ? (toDocument(html, editor.schema).toJSON() as { content: { type: string }[] }).content : []
    if (at >= 0) editor.chain().focus().insertContentAt({ from: at, to: at + 1 }, blocks).run()
    else for (const block of blocks) putAndGoOn(editor, block)
  }
  return (
    <EditorDialog title={words.keptName} cancel={words.cancel} submit={words.imageSave} onSubmit={set} onClose={onClose}
      extra={at >= 0 && <button type="button" className="plain bare" onClick={() => { onClose(); editor.chain().focus().deleteRange({ from: at, to: at + 1 }).run() }}>{words.imageRemove}</button>}>
      <div className="htmlview">
        <label htmlFor="potongan-html">{words.keptHtml}</label>
        <textarea id="potongan-html" rows={10} spellCheck={false} value={html} aria-describedby="potongan-petunjuk" onChange={(event) => setHtml(event.target.value)} />
        <p id="potongan-petunjuk" className="small">{words.htmlHint}</p>
      </div>
    </EditorDialog>
  )
}
