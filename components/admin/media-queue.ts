'use client'

import { useCallback, useRef, useState } from 'react'
import { sendFile, type Sent } from './media-send'

export type Upload = {
  key: number
  file: File
  state: 'waiting' | 'reducing' | 'sending' | 'done' | 'known' | 'failed' | 'refused'
  /** From 0 to 1. */
  part: number
  message: string | null
}

const triesAlone = 3

/** Files on their way to the library, one after the other; on a bad network each is tried again before somebody is asked. */
export function useUploads(large: Record<'picture' | 'recording', string>, onSent: (sent: Sent) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const serial = useRef(0)
  const line = useRef<Promise<void>>(Promise.resolve())

  const change = useCallback((key: number, what: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...what } : each))), [])

  const send = useCallback(async (key: number, file: File) => {
    for (let tries = 1; ; tries++) {
      change(key, { state: 'reducing', part: 0, message: null })
      const answer = await sendFile(file, { large, onProgress: (part) => change(key, { part }), onReduced: () => change(key, { state: 'sending' }) })
      if ('sent' in answer) {
        change(key, { state: answer.sent.isKnown ? 'known' : 'done', part: 1 })
        return onSent(answer.sent)
      }
      if (answer.isFinal) return change(key, { state: 'refused', message: answer.message })
      if (tries === triesAlone) return change(key, { state: 'failed', message: answer.message })
      await new Promise((resolve) => { setTimeout(resolve, 1500 * tries) })
    }
  }, [change, large, onSent])

  const add = useCallback((files: Iterable<File>) => {
    for (const file of files) {
      const key = ++serial.current
      setUploads((all) => [...all, { key, file, state: 'waiting', part: 0, message: null }])
      line.current = line.current.then(() => send(key, file))
    }
  }, [send])

  const retry = useCallback(({ key, file }: Upload) => {
    change(key, { state: 'waiting', message: null })
    line.current = line.current.then(() => send(key, file))
  }, [change, send])

  const forget = useCallback((key: number) => setUploads((all) => all.filter((each) => each.key !== key)), [])

  return { uploads, add, retry, forget }
}
