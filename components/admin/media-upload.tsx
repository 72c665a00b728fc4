'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useUploads, type Upload } from './media-queue'

export type UploadWords = {
  upload: string; camera: string; drop: string; limits: string; waiting: string; reducing: string; sending: string; done: string; known: string
  failed: string; retry: string; forget: string; largePicture: string; largeRecording: string
}

const accept = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/gif,image/tiff,audio/*'

/** Takes pictures and recordings from a dialog, the camera, by dragging or by pasting; tells how far each has come. */
export function MediaUpload({ words }: { words: UploadWords }) {
  const router = useRouter()
  const large = useMemo(() => ({ picture: words.largePicture, recording: words.largeRecording }), [words])
  const { uploads, add, retry, forget } = useUploads(large, useCallback(() => router.refresh(), [router]))
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // What is pasted into a field belongs there.
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return
      if (event.clipboardData?.files.length) add(event.clipboardData.files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [add])

  const input = (id: string, more = {}) => (
    <input id={id} className="hidden" type="file" accept={accept} multiple onChange={(event) => { add(event.target.files ?? []); event.target.value = '' }} {...more} />
  )
  return (
    <div className={isOver ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setIsOver(true) }} onDragLeave={() => setIsOver(false)}
      onDrop={(event) => { event.preventDefault(); setIsOver(false); add(event.dataTransfer.files) }}>
      <p className="drop-ways">
        {input('unggah')}
        <label className="button" htmlFor="unggah">{words.upload}</label>
        {input('kamera', { accept: 'image/*', capture: 'environment', multiple: false })}
        <label className="plain" htmlFor="kamera">{words.camera}</label>
      </p>
      <p className="small">{words.drop} {words.limits}</p>
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <li key={upload.key}>
              <span className="name">{upload.file.name}</span>
              <span className={upload.state === 'failed' || upload.state === 'refused' ? 'wrong' : 'small'} role="status">{tell(upload, words)}</span>
              {upload.state === 'sending' && <progress max={1} value={upload.part} aria-label={upload.file.name} />}
              {upload.state === 'failed' && <button type="button" className="plain bare" onClick={() => retry(upload)}>{words.retry}<span className="hidden"> {upload.file.name}</span></button>}
              {(upload.state === 'failed' || upload.state === 'refused') && (
                <button type="button" className="plain bare" onClick={() => forget(upload.key)}>{words.forget}<span className="hidden"> {upload.file.name}</span></button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function tell({ state, part, message }: Upload, words: UploadWords): string {
  if (state === 'sending') return `${words.sending} ${Math.round(part * 100)}%`
  if (state === 'failed' || state === 'refused') return message ?? words.failed
  return words[state]
}
