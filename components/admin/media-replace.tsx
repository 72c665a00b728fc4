'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { sendFile } from './media-send'

type Props = { id: number; about: string; words: { replace: string; replacing: string; replaced: string; failed: string; large: string; hint: string } }

/** Another picture in the place of one, wherever it is shown. */
export function MediaReplace({ id, about, words }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<string | null>(null)
  const input = useId()

  const replace = async (file: File) => {
    setSaid(words.replacing)
    const answer = await sendFile(file, { replace: id, large: { picture: words.large, recording: words.large }, onProgress: (part) => setSaid(`${words.replacing} ${Math.round(part * 100)}%`) })
    if ('message' in answer) return setSaid(answer.message ?? words.failed)
    setSaid(words.replaced)
    router.refresh()
  }

  return (
    <div>
      <input id={input} className="hidden" type="file" accept="image/*" aria-describedby={`${input}-hint`} onChange={(event) => {
        const [file] = event.target.files ?? []
        if (file) void replace(file)
        event.target.value = ''
      }} />
      <label className="plain bare" htmlFor={input}>{words.replace}<span className="hidden"> {about}</span></label>
      <p className="hidden" id={`${input}-hint`}>{words.hint}</p>
      {said && <p className="small" role="status">{said}{said === words.replaced && ` ${words.hint}`}</p>}
    </div>
  )
}
