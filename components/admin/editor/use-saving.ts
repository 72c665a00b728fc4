import { useCallback, useEffect, useRef, useState } from 'react'
import { isSame, toForm, type Answer, type Draft, type Intent, type Stored } from './draft'
import { dropLocalCopy, localCopyKey, readLocalCopy, type LocalCopy } from './local-copy'
import { useKeptCopy } from './use-kept-copy'

export type Saving =
  | { state: 'rest' }
  | { state: 'saving' }
  | { state: 'done'; intent: Intent; at: string }
  | { state: 'failed'; intent: Intent; answer: Answer }

type Start = {
  draft: Draft
  stored: Stored
  userId: number
  send: (form: FormData) => Promise<Answer>
}

/** What was typed, what the server has of it, and the copy on the device that stands between the two. */
export function useSaving({ draft: first, stored: firstStored, userId, send }: Start) {
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState(first)
  const [stored, setStored] = useState(firstStored)
  const [saving, setSaving] = useState<Saving>({ state: 'rest' })
  const [restored, setRestored] = useState<LocalCopy | null>(null)
  const [found, setFound] = useState<LocalCopy | null>(null)
  /** Goes up when the body's text is set from outside the body. */
  const [bodyRound, setBodyRound] = useState(0)
  const busy = useRef(false)
  const latest = useRef(draft)
  latest.current = draft
  const key = localCopyKey(userId, stored.id ?? stored.kind)
  const dirty = !isSame(draft, saved)

  const take = useCallback((copy: Draft) => {
    setDraft(copy)
    setBodyRound((round) => round + 1)
  }, [])

  // Once: the server cannot know what the device kept.
  useEffect(() => {
    const copy = readLocalCopy(key)
    if (!copy || isSame(copy.draft, first)) return
    if (copy.revision !== firstStored.revision) return setFound(copy)
    take({ ...first, ...copy.draft })
    setRestored(copy)
  }, [])

  useKeptCopy({ key, draft, dirty, revision: stored.revision, keep: found === null })

  const submit = async (intent: Intent, over?: number): Promise<Answer | null> => {
    if (busy.current) return null
    busy.current = true
    setSaving({ state: 'saving' })
    const sent = latest.current
    const base = over === undefined ? stored : { ...stored, revision: over }
    const answer = await send(toForm(sent, base, intent)).catch(() => unreachable)
    busy.current = false
    if (answer.stored) setStored(answer.stored)
    // A new post has a number now, and its copy another name.
    if (answer.stored && stored.id === null) dropLocalCopy(key)
    if (!answer.ok) {
      setSaving({ state: 'failed', intent, answer })
      return answer
    }
    setSaved(sent)
    setRestored(null)
    if (isSame(latest.current, sent)) dropLocalCopy(key)
    setSaving({ state: 'done', intent, at: answer.at ?? new Date().toISOString() })
    return answer
  }

  return {
    draft, stored, saving, dirty, restored, found, bodyRound, submit,
    change: (patch: Partial<Draft>) => setDraft((draft) => ({ ...draft, ...patch })),
    useStored: () => {
      dropLocalCopy(key)
      setRestored(null)
      take(saved)
    },
    openFound: () => {
      if (found) take({ ...first, ...found.draft })
      setFound(null)
    },
    dropFound: () => {
      dropLocalCopy(key)
      setFound(null)
    },
  }
}

const unreachable: Answer = { ok: false, reason: 'unreachable' }
