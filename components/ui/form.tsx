'use client'

import { createContext, use, useActionState, useEffect, useRef, type ReactNode } from 'react'
import { CopyLink } from './copy-link'
import { untouched, type FormState } from '@/lib/form-state'

const State = createContext<FormState>(untouched)

/** The state of the form around a field. */
export const useFormState = () => use(State)

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  submit: string
  sending: string
  children: ReactNode
  /** Beside the button. */
  aside?: ReactNode
  /** Runs after the action has said ok. */
  onDone?: () => void
}

/** A form that gives back everything typed, with what is wrong said on top and beside the fields. */
export function Form({ action, submit, sending, children, aside, onDone }: Props) {
  const [state, run, isPending] = useActionState(action, untouched)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.message && !state.ok) summary.current?.focus()
    if (state.ok) onDone?.()
  }, [state, onDone])
  return (
    <State value={state}>
      <form className="form" action={run} noValidate>
        {state.message && (
          <div className={state.ok ? 'note' : 'note galat'} role={state.ok ? 'status' : 'alert'} tabIndex={-1} ref={summary}>
            <p>{state.message}</p>
            {state.link && <CopyLink link={state.link} />}
          </div>
        )}
        {children}
        <div className="row">
          <button className="button" disabled={isPending}>{isPending ? sending : submit}</button>
          {aside}
        </div>
      </form>
    </State>
  )
}
