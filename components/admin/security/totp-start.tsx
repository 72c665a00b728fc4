'use client'

import { useCallback, useState } from 'react'
import { confirmTotp, startTotp } from '@/app/(admin)/admin/keamanan/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'
import { ConfirmField, type ConfirmWords } from './confirm-field'
import { RecoveryCodes, type CodeWords } from './recovery-codes'

type Words = CodeWords & Record<'start' | 'scan' | 'picture' | 'key' | 'openApp' | 'code' | 'confirm', string>
type Props = { isFresh: boolean; words: Words; confirm: ConfirmWords }

/** Turns codes on: the key to scan or type, a first code, and then the recovery codes. */
export function TotpStart({ isFresh, words, confirm }: Props) {
  const [offer, setOffer] = useState<FormState['totp']>()
  const [codes, setCodes] = useState<string[]>()
  const start = useCallback(async (before: FormState, form: FormData) => {
    const answer = await startTotp(before, form)
    if (answer.totp) setOffer(answer.totp)
    return answer
  }, [])
  const finish = useCallback(async (before: FormState, form: FormData) => {
    const answer = await confirmTotp(before, form)
    if (answer.codes) setCodes(answer.codes)
    return answer
  }, [])
  if (codes) return <RecoveryCodes codes={codes} words={words} />
  if (!offer) return <Form action={start} submit={words.start} sending={confirm.saving}><ConfirmField isFresh={isFresh} words={confirm} /></Form>
  return (
    <>
      <p className="said" tabIndex={-1} ref={takeFocus}>{words.scan}</p>
      <Qr offer={offer} title={words.picture} />
      <p>{words.key}: <code className="key">{offer.key}</code></p>
      <p><a className="plain bare back" href={offer.uri}>{words.openApp}</a></p>
      <Form action={finish} submit={words.confirm} sending={confirm.saving}>
        <Field name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" maxLength={10} required />
      </Form>
    </>
  )
}

/** The button that was pressed is gone; outside, so that it runs once and not at each drawing. */
function takeFocus(node: HTMLElement | null) {
  node?.focus()
}

function Qr({ offer: { qr }, title }: { offer: NonNullable<FormState['totp']>; title: string }) {
  return (
    <svg className="qr" role="img" aria-label={title} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges">
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  )
}
