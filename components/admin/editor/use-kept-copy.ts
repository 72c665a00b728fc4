import { useEffect, useRef } from 'react'
import type { Draft } from './draft'
import { dropLocalCopy, writeLocalCopy } from './local-copy'

type Kept = {
  key: string
  draft: Draft
  revision: number
  /** Whether there is anything that the server does not have. */
  dirty: boolean
  /** False while an older copy waits for the author's word. */
  keep: boolean
}

/** Keeps a copy on the device a moment after each change, at once when the page goes away, and none when all is saved. */
export function useKeptCopy(kept: Kept): void {
  const latest = useRef(kept)
  latest.current = kept
  const wasDirty = useRef(false)
  const { key, draft, revision, dirty, keep } = kept

  useEffect(() => {
    if (!keep) return
    if (!dirty) {
      if (wasDirty.current) dropLocalCopy(key)
      wasDirty.current = false
      return
    }
    wasDirty.current = true
    const timer = setTimeout(() => write(latest.current), 250)
    return () => clearTimeout(timer)
  }, [key, draft, revision, dirty, keep])

  useEffect(() => {
    const writeNow = () => write(latest.current)
    window.addEventListener('pagehide', writeNow)
    document.addEventListener('visibilitychange', writeNow)
    return () => {
      window.removeEventListener('pagehide', writeNow)
      document.removeEventListener('visibilitychange', writeNow)
      writeNow()
    }
  }, [])
}

function write({ key, draft, revision, dirty, keep }: Kept): void {
  if (dirty && keep) writeLocalCopy(key, { draft, revision, at: new Date().toISOString() })
}
