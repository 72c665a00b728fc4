import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft, Stored } from './draft'
import { holdEditor, newEditorName } from './editor-lock'
import { dropEntry, listEntries, writeEntry, writeEntryNow } from './journal'
import { Saver } from './saver'
import { ask, send } from './send'
import { joinTabs, type Tabs } from './tabs'

type Start = { draft: Draft; stored: Stored; userId: number; mayEdit: boolean }

/** What was typed, what the server has of it, and the journal on the device that stands between the two. */
export function useSaving(start: Start) {
  const [{ saver, live }] = useState(() => makeSaver(start))
  useEffect(() => live(), [live])
  const { change, submit, flush, keepMine, takeTheirs, undoRestored } = saver
  return { ...useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot), change, submit, flush, keepMine, takeTheirs, undoRestored }
}

function makeSaver({ draft, stored, userId, mayEdit }: Start) {
  const editor = typeof window === 'undefined' ? 'server' : newEditorName()
  let tabs: Tabs | null = null
  const saver = new Saver({
    draft, stored, userId, editor, mayEdit,
    device: {
      send, ask, write: writeEntry, writeNow: writeEntryNow, drop: dropEntry,
      tell: (stored, written) => stored.id !== null && tabs?.say({ says: 'saved', userId, post: stored.id, editor, stored, written }),
    },
  })
  const live = () => {
    const leaveTabs = joinOthers()
    const release = holdEditor(editor)
    if (mayEdit && stored.status !== 'trashed') void takeOverLeft(saver, userId, editor)
    const stop = listen(saver)
    return () => {
      stop()
      saver.flush()
      leaveTabs()
      void release.then((letGo) => letGo?.())
    }
  }
  return { saver, live }

  /** The editors of one post in one browser know of each other, and show what the other saved. */
  function joinOthers() {
    const others = new Set<string>()
    const about = () => ({ userId, post: saver.now.stored.id ?? 0, editor })
    tabs = joinTabs((word) => {
      if (word.userId !== userId || word.post === 0 || word.post !== saver.now.stored.id) return
      if (word.says === 'bye') others.delete(word.editor)
      else others.add(word.editor)
      if (word.says === 'hello') tabs?.say({ says: 'here', ...about() })
      if (word.says === 'saved') saver.adopt(word.stored, word.written)
      saver.setElsewhere(others.size > 0)
    })
    tabs.say({ says: 'hello', ...about() })
    return () => {
      tabs?.say({ says: 'bye', ...about() })
      tabs?.close()
      tabs = null
    }
  }
}

/** What an editor of this person and this post left on the device, by a crash or a closed lid. */
async function takeOverLeft(saver: Saver, userId: number, editor: string) {
  const { id, kind } = saver.now.stored
  const entries = await listEntries(userId)
  for (const entry of entries.filter((entry) => entry.post === (id ?? kind) && entry.editor !== editor)) {
    if (saver.now.dirty || !(await holdEditor(entry.editor))) continue
    await saver.takeOver(entry)
  }
}

/** When to send at once: before the page goes, when the network is back, and when somebody comes back to it. */
function listen(saver: Saver) {
  const leave = () => saver.leave()
  const seen = () => {
    if (document.visibilityState === 'hidden') return saver.leave()
    saver.flush()
    void saver.refresh()
  }
  const back = () => saver.flush()
  const warn = (event: BeforeUnloadEvent) => {
    if (saver.now.dirty && !saver.now.isKept) event.preventDefault()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('online', back)
  window.addEventListener('focus', back)
  window.addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('online', back)
    window.removeEventListener('focus', back)
    window.removeEventListener('beforeunload', warn)
    document.removeEventListener('visibilitychange', seen)
  }
}
