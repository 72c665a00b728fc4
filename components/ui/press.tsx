'use client'

import { useActionState } from 'react'
import { CopyLink } from './copy-link'
import { untouched, type FormState } from '@/lib/form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  label: string
  /** Said after the label to those who do not see what it belongs to. */
  about?: string
  values: Record<string, string | number>
  /** Asked before it is done. */
  sure?: string
  className?: string
}

/** One button that does one thing; what went wrong is said beside it. */
export function Press({ action, label, about, values, sure, className = 'plain bare' }: Props) {
  const [state, run, isPending] = useActionState(action, untouched)
  return (
    <form action={run} onSubmit={(event) => { if (sure && !window.confirm(sure)) event.preventDefault() }}>
      {Object.entries(values).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />)}
      <button className={className} disabled={isPending}>{label}{about && <span className="hidden"> {about}</span>}</button>
      {state.message && <p className={state.ok ? 'small' : 'wrong'} role="status">{state.message}</p>}
      {state.link && <CopyLink link={state.link} />}
    </form>
  )
}
