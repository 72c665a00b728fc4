'use client'

import { useEffect, useId, useState } from 'react'
import { recordings as en } from '@/lib/i18n/messages/en/recordings'
import { recordings as indonesian } from '@/lib/i18n/messages/id/recordings'

export type PickedRecording = { src: string; filename: string }
type Item = PickedRecording & { id: number }

/** Chooses a recording that is there, or uploads one. */
export function RecordingPicker({ onPick }: { onPick: (recording: PickedRecording) => void }) {
  const [items, setItems] = useState<Item[]>([])
  const [state, setState] = useState<string | null>(null)
  const words = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : indonesian
  const id = useId()

  useEffect(() => {
    void fetch('/api/media/rekaman').then((answer) => answer.json()).then(({ recordings }: { recordings: Item[] }) => setItems(recordings ?? []), () => {})
  }, [])

  const upload = async (file: File) => {
    setState(words.uploading)
    const answer = await fetch(`/api/media/rekaman?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }).catch(() => null)
    const result = (await answer?.json().catch(() => null)) as (PickedRecording & { message?: string }) | null
    if (answer?.ok && result) return onPick(result)
    setState(result?.message || words.failed)
  }

  return (
    <div className="picker">
      <label className="plain" htmlFor={id}>{words.upload}</label>
      <input id={id} className="hidden" type="file" accept="audio/*" onChange={(event) => { const [file] = event.target.files ?? []; if (file) void upload(file) }} />
      {state && <p className="small" role="status">{state}</p>}
      {items.length === 0 && <p className="small">{words.none}</p>}
      <ul className="inserts">
        {items.map((item) => <li key={item.id}><button type="button" onClick={() => onPick(item)}>{item.filename}</button></li>)}
      </ul>
    </div>
  )
}
