'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { startTransition, useActionState, useOptimistic, useRef, useState, type ReactNode } from 'react'
import { decide, takeBack } from '@/app/(admin)/admin/komentar/actions'
import { untouched, type FormState } from '@/lib/form-state'
import { DecideButtons, type Target } from './decide-buttons'
import { ReplyForm } from './reply-form'
import { useKeys } from './use-keys'
import { KeyHelp } from './key-help'
import { queueWords } from './words'

export type QueueItem = { id: number; name: string; status: Target; isErased: boolean; facts: ReactNode; sender: ReactNode }
type Props = { items: QueueItem[]; locale: string; stays?: boolean }

/** What can be done with a comment, by the state it is in; the most likely first. */
const choices: Record<Target, Target[]> = { held: ['visible', 'spam', 'deleted'], visible: ['held', 'spam', 'deleted'], spam: ['visible', 'deleted'], deleted: ['held'] }

/** The queue under the hand: by thumb, by mouse, by keys; one or many at once, and back again. */
export function QueueDesk({ items, locale, stays = false }: Props) {
  const words = queueWords(locale)
  const list = useRef<HTMLUListElement>(null)
  const [shown, hide] = useOptimistic(items, (before, gone: number[]) => before.filter(({ id }) => !gone.includes(id)))
  const [selected, setSelected] = useState<number[]>([])
  const [state, run, isPending] = useActionState(act, untouched)
  const chosen = selected.filter((id) => shown.some((item) => item.id === id))

  function press(ids: number[], to: Target) {
    if (ids.length === 0) return
    const form = new FormData()
    for (const id of ids) form.append('id[]', String(id))
    form.set('to', to)
    moveOn(ids)
    startTransition(() => {
      if (!stays) hide(ids)
      run(form)
    })
    setSelected((before) => before.filter((id) => !ids.includes(id)))
  }

  function undo() {
    if (!state.undo || isPending) return
    const form = new FormData()
    form.set('undo', state.undo)
    startTransition(() => run(form))
  }

  /** The focus goes to what comes after, so that one may go on without looking for the place. */
  function moveOn(gone: number[]) {
    if (stays || !list.current?.contains(document.activeElement)) return
    const at = shown.findIndex(({ id }) => gone.includes(id))
    const next = shown.slice(at).find(({ id }) => !gone.includes(id)) ?? shown.slice(0, at).findLast(({ id }) => !gone.includes(id))
    if (next) list.current.querySelector<HTMLElement>(`[data-comment="${next.id}"]`)?.focus()
  }

  function toggle(id: number) {
    setSelected((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]))
  }

  const keys = useKeys({ list, items: shown, choices, press, undo, toggle })

  return (
    <>
      {shown.length > 1 && (
        <label className="check all">
          <input type="checkbox" checked={chosen.length === shown.length} onChange={(event) => setSelected(event.target.checked ? shown.map(({ id }) => id) : [])} /> {words.selectAll}
        </label>
      )}
      <ul className="rows queue" ref={list}>
        {shown.map((item) => (
          <li key={item.id} data-comment={item.id} tabIndex={-1} aria-label={words.by(item.name)}>
            {shown.length > 1 && (
              <label className="check pick"><input type="checkbox" checked={chosen.includes(item.id)} onChange={() => toggle(item.id)} /><span className="hidden">{words.select(item.name)}</span></label>
            )}
            {item.facts}
            {!item.isErased && <DecideButtons choices={choices[item.status]} words={words} about={words.by(item.name)} onPress={(to) => press([item.id], to)} />}
            <div className="ways">
              {item.status !== 'deleted' && item.status !== 'spam' && <ReplyForm id={item.id} name={item.name} words={words} />}
              {!stays && <Link className="small" href={`/admin/komentar/${item.id}` as Route} prefetch={false} data-context>{words.context}<span className="hidden">, {words.by(item.name)}</span></Link>}
              {item.sender}
            </div>
          </li>
        ))}
      </ul>
      <div className={chosen.length > 0 || state.message ? 'queue-bar' : undefined}>
        {chosen.length > 0 && (
          <div className="row">
            <p className="small">{words.selected(chosen.length)}</p>
            <DecideButtons choices={commonChoices(shown, chosen)} words={words} about={words.selected(chosen.length)} onPress={(to) => press(chosen, to)} />
          </div>
        )}
        <div className="row said-so">
          <p role="status" className={state.ok ? 'small' : 'wrong'}>{state.message}</p>
          {state.undo && <button type="button" className="plain bare" onClick={undo} disabled={isPending}>{words.undo}</button>}
        </div>
      </div>
      {shown.length > 0 && <KeyHelp keys={keys} words={words} />}
    </>
  )
}

/** A decision, or taking the last one back. */
async function act(before: FormState, form: FormData): Promise<FormState> {
  return form.has('undo') ? takeBack(before, form) : decide(before, form)
}

function commonChoices(items: QueueItem[], chosen: number[]): Target[] {
  const lists = items.filter(({ id }) => chosen.includes(id)).map(({ status }) => choices[status])
  return lists[0]?.filter((to) => lists.every((list) => list.includes(to))) ?? []
}
