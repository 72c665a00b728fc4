import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { MediaPicker } from '@/components/admin/media-picker'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; onClose: () => void }
type Chosen = { media: string | null; src: string; width: number | null; height: number | null }

/** Puts a picture into the text, or changes the one that is selected. Without alternative text only as decoration. */
export function ImageDialog({ editor, words, onClose }: Props) {
  const selected = editor.isActive('image') ? (editor.getAttributes('image') as Chosen & { alt: string | null }) : null
  const [picture, setPicture] = useState<Chosen | null>(selected)
  const [alt, setAlt] = useState(selected?.alt ?? '')
  const [decorative, setDecorative] = useState(selected?.alt === '')
  const [wrong, setWrong] = useState(false)

  const set = () => {
    if (!picture) return
    if (!decorative && !alt.trim()) return setWrong(true)
    const { media, src, width, height } = picture
    const attrs = { media, src, width, height, alt: decorative ? '' : alt.trim() }
    onClose()
    const chain = editor.chain().focus()
    if (selected) chain.updateAttributes('image', attrs).run()
    else chain.insertContent([{ type: 'image', attrs }, { type: 'paragraph' }]).run()
  }
  const remove = () => {
    onClose()
    editor.chain().focus().deleteSelection().run()
  }

  return (
    <EditorDialog title={selected ? words.imageEdit : words.imageTitle} cancel={words.cancel} onSubmit={set} onClose={onClose}
      submit={picture ? (selected ? words.imageSave : words.imageSet) : undefined}
      extra={selected && <button type="button" className="plain bare" onClick={remove}>{words.imageRemove}</button>}>
      {picture === null ? (
        <MediaPicker onPick={({ id, src, width, height, alt }) => {
          setPicture({ media: String(id), src, width, height })
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
        </>
      )}
    </EditorDialog>
  )
}
