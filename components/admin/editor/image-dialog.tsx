import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { MediaPicker } from '@/components/admin/media-picker'
import { putAndGoOn } from './blocks'
import { EditorDialog } from './editor-dialog'
import { findPicture, writePicture, type Chosen } from './picture-node'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; /** Pasted or dropped, to be uploaded. */ file?: File | undefined; onClose: () => void }

/** Puts a picture into the text, or changes the one that is selected. Without alternative text only as decoration. */
export function ImageDialog({ editor, words, file, onClose }: Props) {
  const [selected] = useState(() => (file ? null : findPicture(editor)))
  const [picture, setPicture] = useState<Chosen | null>(selected?.attrs ?? null)
  const [alt, setAlt] = useState(selected?.attrs.alt ?? '')
  const [decorative, setDecorative] = useState(selected?.attrs.alt === '')
  const [caption, setCaption] = useState(selected?.caption ?? '')
  const [wrong, setWrong] = useState(false)

  const set = () => {
    if (!picture) return
    if (!decorative && !alt.trim()) return setWrong(true)
    const attrs = { ...picture, alt: decorative ? '' : alt.trim() }
    onClose()
    if (selected) writePicture(editor, selected, attrs, caption.trim())
    else putAndGoOn(editor, { type: 'figure', attrs, content: caption.trim() ? [{ type: 'text', text: caption.trim() }] : [] })
  }
  const remove = () => {
    onClose()
    if (selected) editor.chain().focus().deleteRange({ from: selected.at, to: selected.at + selected.size }).run()
  }

  return (
    <EditorDialog title={selected ? words.imageEdit : words.imageTitle} cancel={words.cancel} onSubmit={set} onClose={onClose}
      submit={picture ? (selected ? words.imageSave : words.imageSet) : undefined}
      extra={selected && <button type="button" className="plain bare" onClick={remove}>{words.imageRemove}</button>}>
      {picture === null ? (
        <MediaPicker file={file} onPick={({ id, src, width, height, alt }) => {
          setPicture({ media: String(id), src, width: String(width), height: String(height), alt, title: null, href: null })
          setAlt(alt)
        }} />
      ) : (
        <>
          <img className="picked" src={picture.src} alt="" width={picture.width ?? undefined} height={picture.height ?? undefined} />
          <button type="button" className="plain bare" onClick={() => setPicture(null)}>{words.imageAnother}</button>
          <div>
            <label htmlFor="keterangan-gambar">{words.imageAlt}</label>
            <textarea id="keterangan-gambar" rows={2} value={alt} disabled={decorative} onChange={(event) => setAlt(event.target.value)}
              aria-invalid={wrong} aria-describedby="keterangan-petunjuk" maxLength={300} />
            <p id="keterangan-petunjuk" className={wrong ? 'wrong' : 'small'} role={wrong ? 'alert' : undefined}>
              {wrong ? words.imageAltMissing : words.imageAltHint}
            </p>
          </div>
          <label className="choice">
            <input type="checkbox" checked={decorative} onChange={(event) => { setDecorative(event.target.checked); setWrong(false) }} />
            {words.imageDecorative}
          </label>
          <div>
            <label htmlFor="teks-gambar">{words.imageCaption} <span>{words.optional}</span></label>
            <input id="teks-gambar" value={caption} maxLength={500} autoComplete="off" onChange={(event) => setCaption(event.target.value)} />
          </div>
        </>
      )}
    </EditorDialog>
  )
}
