'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { listEntries, type Entry } from './editor/journal'

/** What was written just now is on its way, or in another tab, in ms. */
const onItsWay = 90_000

type Props = { userId: number; words: { title: string; open: string; untitled: string } }

/** What this person wrote on this device and the server does not have yet; nothing when it has everything. */
export function Unsent({ userId, words }: Props) {
  const [entries, setEntries] = useState<Entry[]>([])
  useEffect(() => {
    const look = async () => {
      const before = new Date(Date.now() - onItsWay).toISOString()
      setEntries((await listEntries(userId)).filter(({ at }) => at < before))
    }
    void look()
    const timer = setInterval(look, 10_000)
    return () => clearInterval(timer)
  }, [userId])
  if (entries.length === 0) return null
  return (
    <div className="note" role="status">
      <p>{words.title}</p>
      <ul>
        {entries.map(({ editor, post, draft, stored }) => {
          const folder = stored.kind === 'page' ? 'halaman' : 'tulisan'
          return <li key={editor}><Link className="plain bare back" href={`/admin/${folder}/${typeof post === 'number' ? post : 'baru'}` as Route} prefetch={false}>{words.open} {draft.title || words.untitled}</Link></li>
        })}
      </ul>
    </div>
  )
}
