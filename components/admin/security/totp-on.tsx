'use client'

import { useCallback, useState } from 'react'
import { renewCodes, stopTotp } from '@/app/(admin)/admin/keamanan/actions'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'
import { ConfirmField, type ConfirmWords } from './confirm-field'
import { RecoveryCodes, type CodeWords } from './recovery-codes'

type Words = CodeWords & Record<'stop' | 'renew', string>
type Props = { isFresh: boolean; words: Words; confirm: ConfirmWords }

/** New recovery codes, or no codes at all any more. */
export function TotpOn({ isFresh, words, confirm }: Props) {
  const [codes, setCodes] = useState<string[]>()
  const renew = useCallback(async (before: FormState, form: FormData) => {
    const answer = await renewCodes(before, form)
    if (answer.codes) setCodes(answer.codes)
    return answer
  }, [])
  if (codes) return <RecoveryCodes codes={codes} words={words} onKept={() => setCodes(undefined)} />
  return (
    <>
      <Act title={words.renew} isFresh={isFresh} action={renew} confirm={confirm} />
      <Act title={words.stop} isFresh={isFresh} action={stopTotp} confirm={confirm} />
    </>
  )
}

function Act({ title, isFresh, action, confirm }: { title: string; isFresh: boolean; action: (before: FormState, form: FormData) => Promise<FormState>; confirm: ConfirmWords }) {
  const form = <Form action={action} submit={title} sending={confirm.saving}><ConfirmField isFresh={isFresh} words={confirm} /></Form>
  if (isFresh) return form
  return <details className="why"><summary>{title}</summary>{form}</details>
}
