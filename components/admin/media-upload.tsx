'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Props = { label: string; uploading: string; failed: string }

/** Uploads pictures one after the other, from a dialog, by dragging or by pasting. */
export function MediaUpload({ label, uploading, failed }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<string | null>(null)

  const upload = async (files: Iterable<File>) => {
    for (const file of files) {
      setSaid(`${uploading} ${file.name}`)
      const answer = await fetch('/api/media', { method: 'POST', body: file }).catch(() => null)
      const { message } = ((await answer?.json().catch(() => null)) ?? {}) as { message?: string }
      if (!answer?.ok) return setSaid(message ?? failed)
    }
    setSaid(null)
    router.refresh()
  }

  return (
    <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); void upload(event.dataTransfer.files) }}
      onPaste={(event) => void upload(event.clipboardData.files)}>
      <label className="button" htmlFor="unggah">{label}</label>
      <input id="unggah" className="hidden" type="file" multiple accept="image/*" onChange={(event) => void upload(event.target.files ?? [])} />
      {said && <p className="small" role="status">{said}</p>}
    </div>
  )
}
