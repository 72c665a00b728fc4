'use client'

import { useActionState } from 'react'
import { untouched, type FormState } from '@/lib/form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  label: string
  /** The button's whole name, since every entry has one that looks alike. */
  say: string
  values: Record<string, string>
  isOff?: boolean
}

/** A button beside an entry of the menu; it keeps the focus, and what it did is said aloud. */
export function MenuPress({ action, label, say, values, isOff = false }: Props) {
  const [state, run, isPending] = useActionState(action, untouched)
  return (
    <form action={isOff || isPending ? undefined : run} onSubmit={(event) => { if (isOff || isPending) event.preventDefault() }}>
      {Object.entries(values).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />)}
      <button className="plain bare" aria-label={say} aria-disabled={isOff || isPending}>{label}</button>
      {state.message && <span className={state.ok ? 'hidden' : 'wrong'} role="status">{state.message}</span>}
    </form>
  )
}
