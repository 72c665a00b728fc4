import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Target } from './decide-buttons'

type Item = { id: number; status: Target; isErased: boolean }
type Desk = {
  list: RefObject<HTMLUListElement | null>
  items: Item[]
  choices: Record<Target, Target[]>
  press: (ids: number[], to: Target) => void
  undo: () => void
  toggle: (id: number) => void
}
export type Keys = { isOn: boolean; setOn: (isOn: boolean) => void }

const decisions: Record<string, Target> = { s: 'visible', x: 'spam', h: 'deleted' }
const stored = 'teduh.queue-keys'

/** Letters that decide without a mouse. They can be switched off, since a voice or a slip may press them too. */
export function useKeys(desk: Desk): Keys {
  const [isOn, setOn] = useState(true)
  const latest = useRef(desk)
  useEffect(() => { latest.current = desk })
  useEffect(() => setOn(localStorage.getItem(stored) !== 'off'), [])
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (answer(latest.current, event.key.toLowerCase())) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isOn])
  return {
    isOn,
    setOn: (next) => {
      localStorage.setItem(stored, next ? 'on' : 'off')
      setOn(next)
    },
  }
}

/** Whether the key meant something. */
function answer({ list, items, choices, press, undo, toggle }: Desk, key: string): boolean {
  const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const step = (by: number) => rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))]?.focus()
  const item = items.find(({ id }) => String(id) === rows[at]?.dataset.comment)
  if (key === 'u') undo()
  else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1)
  else if (!item) return false
  else if (key === 'p') toggle(item.id)
  else if (key === 'l') rows[at]!.querySelector<HTMLElement>('[data-context]')?.click()
  else if (key === 'b') openReply(rows[at]!)
  else if (decisions[key] && !item.isErased && choices[item.status].includes(decisions[key])) press([item.id], decisions[key])
  else return false
  return true
}

function openReply(row: HTMLElement) {
  const details = row.querySelector<HTMLDetailsElement>('.answer')
  if (!details) return
  details.open = true
  details.querySelector('textarea')?.focus()
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'checkbox'))
}
