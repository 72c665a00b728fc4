'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

type Standing = { state: string; readKiB: number; sizeKiB: number; progress: { done: number; all: number } | null; isEnded: boolean }
type Props = { id: number; start: Standing; words: { reading: string; bringing: string } }

/** How far it is, asked for each second; the page is drawn anew when it has ended. */
export function ImportProgress({ id, start, words }: Props) {
  const router = useRouter()
  const [now, setNow] = useState(start)
  useEffect(() => {
    const look = async () => {
      const answer = await fetch(`/api/import/${id}`).catch(() => null)
      const standing = answer?.ok ? ((await answer.json().catch(() => null)) as Standing | null) : null
      if (standing) setNow(standing)
      if (standing?.isEnded) router.refresh()
    }
    const timer = setInterval(() => void look(), 1000)
    return () => clearInterval(timer)
  }, [id, router])
  const { progress, readKiB, sizeKiB } = now
  const share = progress ? progress.done / Math.max(1, progress.all) : readKiB / Math.max(1, sizeKiB)
  const percent = Math.min(100, Math.floor(share * 100))
  const text = progress
    ? words.bringing.replace('{done}', String(progress.done)).replace('{all}', String(progress.all))
    : words.reading.replace('{percent}', String(percent))
  return (
    <div className="block">
      <p role="status">{text}</p>
      <progress max={100} value={percent} aria-label={text} />
    </div>
  )
}
