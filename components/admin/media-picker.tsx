'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { media as en } from '@/lib/i18n/messages/en/media'
import { media as indonesian } from '@/lib/i18n/messages/id/media'
import { sendFile } from './media-send'

export type Picked = { id: number; src: string; width: number; height: number; alt: string }
type Item = { id: number; src: string; width: number; height: number; alt: string; filename: string }
type Props = { /** Uploaded at once. */ file?: File | undefined; onPick: (picture: Picked) => void }

/** Chooses a picture of the library, or uploads one. */
export function MediaPicker({ file, onPick }: Props) {
  const [items, setItems] = useState<Item[]>([])
  const [state, setState] = useState<string | null>(null)
  const words = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : indonesian
  const id = useId()

  useEffect(() => {
    void fetch('/api/media').then((answer) => answer.json()).then(({ media }: { media: Item[] }) => setItems(media), () => {})
  }, [])

  const upload = async (file: File) => {
    setState(words.uploads.reducing)
    const large = { picture: words.uploads.largePicture, recording: words.uploads.largeRecording }
    const answer = await sendFile(file, { large, onProgress: (part) => setState(`${words.uploads.sending} ${Math.round(part * 100)}%`) })
    if ('sent' in answer) return onPick(answer.sent)
    setState(answer.message || words.failed)
  }

  const given = useRef(file)
  useEffect(() => {
    if (!given.current) return
    void upload(given.current)
    given.current = undefined
  })

  return (
    <div className="picker" onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => { event.preventDefault(); const [file] = event.dataTransfer.files; if (file) void upload(file) }}>
      <label className="plain" htmlFor={id}>{words.upload}</label>
      <input id={id} className="hidden" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/gif"
        onChange={(event) => { const [file] = event.target.files ?? []; if (file) void upload(file) }} />
      {state && <p className="small" role="status">{state}</p>}
      <ul className="pictures">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onPick({ ...item, src: item.src })}>
              <img src={item.src} alt={item.alt || item.filename} width={item.width} height={item.height} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
