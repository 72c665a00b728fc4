'use client'

import { useId, useState, type InputHTMLAttributes, type ReactNode, type RefObject, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { useFormState } from './form'

type Said = { label: ReactNode; name: string; hint?: ReactNode }

/** Label, sentence and attributes that belong to a field of the form around it. */
function useField({ name, hint }: Said, initial: string | undefined) {
  const { fields, values } = useFormState()
  const id = useId()
  const wrong = fields?.[name]
  const describedBy = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    wrong,
    value: values?.[name] ?? initial,
    attributes: { id, name, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': describedBy || undefined },
  }
}

function Around({ id, label, hint, wrong, children }: { id: string; label: ReactNode; hint?: ReactNode; wrong?: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong && <p className="wrong" id={`${id}-wrong`}>{wrong}</p>}
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}

export function Field({ label, hint, defaultValue, ...rest }: Said & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> & { defaultValue?: string }) {
  const { attributes, value, wrong } = useField({ label, hint, name: rest.name }, defaultValue)
  return (
    <Around id={attributes.id} label={label} hint={hint} wrong={wrong}>
      <input {...rest} {...attributes} defaultValue={value} />
    </Around>
  )
}

export function TextField({ label, hint, defaultValue, ...rest }: Said & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'> & { defaultValue?: string }) {
  const { attributes, value, wrong } = useField({ label, hint, name: rest.name }, defaultValue)
  return (
    <Around id={attributes.id} label={label} hint={hint} wrong={wrong}>
      <textarea {...rest} {...attributes} defaultValue={value} />
    </Around>
  )
}

export function Select({ label, hint, defaultValue, children, ...rest }: Said & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'> & { defaultValue?: string }) {
  const { attributes, value, wrong } = useField({ label, hint, name: rest.name }, defaultValue)
  return (
    <Around id={attributes.id} label={label} hint={hint} wrong={wrong}>
      {/* A key, since React does not take a new default value for a select that is there already. */}
      <select {...rest} {...attributes} defaultValue={value} key={value}>{children}</select>
    </Around>
  )
}

/** A password, which can be looked at while it is typed. `keep` holds what was typed over a refusal. */
export function Password({ label, hint, show, hide, keep, ...rest }: Said & { show: string; hide: string; autoComplete: 'current-password' | 'new-password'; keep?: RefObject<string> }) {
  const { attributes, wrong } = useField({ label, hint, name: rest.name }, undefined)
  const [isShown, setShown] = useState(false)
  return (
    <Around id={attributes.id} label={label} hint={hint} wrong={wrong}>
      <div className="secret">
        <input {...rest} {...attributes} type={isShown ? 'text' : 'password'} defaultValue={keep?.current} maxLength={200} required />
        <button type="button" onClick={() => setShown(!isShown)} aria-pressed={isShown}>{isShown ? hide : show}</button>
      </div>
    </Around>
  )
}
