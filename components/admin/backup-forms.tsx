'use client'

import { useEffect, useId, useRef } from 'react'
import { saveKeep } from '@/app/(admin)/admin/cadangan/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

type Words = Record<'download' | 'downloadLead' | 'elsewhere' | 'password' | 'give' | 'keep' | 'keepHint', string>
type Props = { keep: string; words: Words; admin: Record<'save' | 'saving' | 'show' | 'hide', string>; canTake: boolean; isElsewhere: boolean; wrong?: string }

/** To take the last backup away, and how many to keep. */
export function BackupForms({ keep, words, admin, canTake, isElsewhere, wrong }: Props) {
  return (
    <>
      {isElsewhere && <p className="note">{words.elsewhere}</p>}
      {canTake && <Take words={words} wrong={wrong} />}
      <Form action={saveKeep} submit={admin.save} sending={admin.saving}>
        <Field name="keep" label={words.keep} hint={words.keepHint} defaultValue={keep} type="number" min={0} max={60} inputMode="numeric" required />
      </Form>
    </>
  )
}

/** An ordinary form: its answer is a file, which no script could hand over. */
function Take({ words, wrong }: { words: Words; wrong?: string }) {
  const id = useId()
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [wrong])
  return (
    <form className="form" method="post" action="/api/cadangan">
      <h2>{words.download}</h2>
      <p className="hint">{words.downloadLead}</p>
      <div>
        <label htmlFor={id}>{words.password}</label>
        <input id={id} name="current" type="password" autoComplete="current-password" maxLength={200} required aria-invalid={wrong !== undefined} aria-describedby={wrong && `${id}-salah`} />
        {wrong && <p className="wrong" id={`${id}-salah`} role="alert" tabIndex={-1} ref={said}>{wrong}</p>}
      </div>
      <div className="row"><button className="button">{words.give}</button></div>
    </form>
  )
}
