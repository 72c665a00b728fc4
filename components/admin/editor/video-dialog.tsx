import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { youtubeAddress, youtubeId } from '@/lib/embeds'
import { putAndGoOn } from './blocks'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; onClose: () => void }

/** Puts a video of YouTube into the text, or changes the one that is selected. */
export function VideoDialog({ editor, words, onClose }: Props) {
  const [selected] = useState(() => (editor.isActive('video') ? (editor.getAttributes('video') as { youtube: string; title: string }) : null))
  const [address, setAddress] = useState(selected ? youtubeAddress(selected.youtube) : '')
  const [title, setTitle] = useState(selected?.title ?? '')
  const [wrong, setWrong] = useState<{ address?: string; title?: string }>({})

  const set = () => {
    const youtube = youtubeId(address)
    if (!youtube || !title.trim()) return setWrong({ address: youtube ? undefined : words.videoWrong, title: title.trim() ? undefined : words.videoTitleMissing })
    onClose()
    const attrs = { youtube, title: title.trim() }
    if (selected) editor.chain().focus().updateAttributes('video', attrs).run()
    else putAndGoOn(editor, { type: 'video', attrs })
  }
  return (
    <EditorDialog title={words.blocks.video} cancel={words.cancel} submit={selected ? words.imageSave : words.videoSet} onSubmit={set} onClose={onClose}>
      <div>
        <label htmlFor="alamat-video">{words.videoAddress}</label>
        <input id="alamat-video" value={address} inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false}
          onChange={(event) => setAddress(event.target.value)} aria-invalid={Boolean(wrong.address)} aria-describedby="alamat-video-petunjuk" />
        <p id="alamat-video-petunjuk" className={wrong.address ? 'wrong' : 'small'} role={wrong.address && 'alert'}>{wrong.address ?? words.videoHint}</p>
      </div>
      <div>
        <label htmlFor="judul-video">{words.videoTitle}</label>
        <input id="judul-video" value={title} maxLength={200} autoComplete="off" onChange={(event) => setTitle(event.target.value)}
          aria-invalid={Boolean(wrong.title)} aria-describedby={wrong.title && 'judul-video-salah'} />
        {wrong.title && <p id="judul-video-salah" className="wrong" role="alert">{wrong.title}</p>}
      </div>
    </EditorDialog>
  )
}
