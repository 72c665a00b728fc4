import { useRef } from 'react'
import type { Answer, Stored } from './draft'

/**
 * Opens the preview in a window of its own, with what is written so far.
 */
export function usePreview(stored: Stored, save: (() => Promise<Answer | null>) | null): () => Promise<void> {
  const busy = useRef(false)
  return async () => {
    if (busy.current) return
    busy.current = true
    // At once, since browsers stop windows that open after a wait.
    const view = window.open('about:blank', '_blank')
    const answer = save ? await save() : null
    busy.current = false
    const id = answer?.stored?.id ?? stored.id
    if (id === null || answer?.ok === false) view?.close()
    else if (view) view.location.replace(`/admin/${stored.kind === 'page' ? 'halaman' : 'tulisan'}/${id}/pratinjau`)
  }
}
