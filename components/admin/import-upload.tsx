'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Props = { words: { choose: string; failed: string; cancel: string }; uploading: string }

/** Sends a file, saying how much of it is there. `uploading` holds `{percent}`. */
export function ImportUpload({ words, uploading }: Props) {
  const router = useRouter()
  const [percent, setPercent] = useState<number | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [request, setRequest] = useState<XMLHttpRequest | null>(null)

  const send = (file: File) => {
    // fetch() does not tell how much of a body has gone.
    const xhr = new XMLHttpRequest()
    const end = (message: string | null) => {
      setPercent(null)
      setRequest(null)
      setWrong(message)
    }
    xhr.upload.addEventListener('progress', ({ loaded, total }) => setPercent(Math.floor((loaded / total) * 100)))
    xhr.addEventListener('load', () => {
      const answer = parse(xhr.responseText)
      end(xhr.status === 201 ? null : (answer.message ?? words.failed))
      if (xhr.status === 201) router.push(`/admin/pindahan/${answer.id}`)
    })
    xhr.addEventListener('error', () => end(words.failed))
    xhr.addEventListener('abort', () => end(null))
    xhr.open('POST', `/api/import?name=${encodeURIComponent(file.name)}`)
    xhr.send(file)
    setWrong(null)
    setPercent(0)
    setRequest(xhr)
  }

  return (
    <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); const [file] = event.dataTransfer.files; if (file && !request) send(file) }}>
      {request ? (
        <>
          <p role="status">{uploading.replace('{percent}', String(percent ?? 0))}</p>
          <progress max={100} value={percent ?? 0} aria-label={uploading.replace('{percent}', String(percent ?? 0))} />
          <button type="button" className="plain" onClick={() => request.abort()}>{words.cancel}</button>
        </>
      ) : (
        <>
          <label className="button" htmlFor="berkas">{words.choose}</label>
          <input id="berkas" className="hidden" type="file" accept=".xml,.atom,.zip,.json" onChange={(event) => { const file = event.target.files?.[0]; if (file) send(file); event.target.value = '' }} />
        </>
      )}
      {wrong && <p className="note galat after" role="alert">{wrong}</p>}
    </div>
  )
}

function parse(text: string): { id?: number; message?: string } {
  try {
    return JSON.parse(text) as { id?: number; message?: string }
  } catch {
    return {}
  }
}
