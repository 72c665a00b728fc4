import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { RecordingPicker, type PickedRecording } from '@/components/admin/recording-picker'
import { putAndGoOn } from './blocks'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; onClose: () => void }

/** Puts a recording into the text, under a name that says what one will hear. */
export function AudioDialog({ editor, words, onClose }: Props) {
  const [recording, setRecording] = useState<PickedRecording | null>(null)
  const [title, setTitle] = useState('')
  const [wrong, setWrong] = useState(false)

  const set = () => {
    if (!recording) return
    if (!title.trim()) return setWrong(true)
    onClose()
    putAndGoOn(editor, { type: 'recording', attrs: { src: recording.src }, content: [{ type: 'text', text: title.trim() }] })
  }
  const pick = (picked: PickedRecording) => {
    setRecording(picked)
    setTitle(picked.filename.replace(/\.\w{1,5}$/, '').replace(/[-_]+/g, ' '))
  }
  return (
    <EditorDialog title={words.blocks.audio} cancel={words.cancel} submit={recording ? words.audioSet : undefined} onSubmit={set} onClose={onClose}>
      {recording === null ? <RecordingPicker onPick={pick} /> : (
        <div>
          <p className="small">{recording.filename}</p>
          <label htmlFor="judul-rekaman">{words.audioTitle}</label>
          <input id="judul-rekaman" value={title} maxLength={200} autoComplete="off" onChange={(event) => setTitle(event.target.value)}
            aria-invalid={wrong} aria-describedby={wrong ? 'judul-rekaman-salah' : undefined} />
          {wrong && <p id="judul-rekaman-salah" className="wrong" role="alert">{words.audioTitleMissing}</p>}
        </div>
      )}
    </EditorDialog>
  )
}
