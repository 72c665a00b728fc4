'use client'

import { useCallback } from 'react'
import { useRouter } from 'next/navigation'
import { startRegistration } from '@simplewebauthn/browser'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'
import { ConfirmField, type ConfirmWords } from './confirm-field'

type Words = Record<'name' | 'nameHint' | 'add' | 'added' | 'stopped', string>
type Props = { isFresh: boolean; words: Words; confirm: ConfirmWords; offline: string }

/** Makes a passkey on this device and keeps its public half here. */
export function PasskeyAdd({ isFresh, words, confirm, offline }: Props) {
  const router = useRouter()
  const add = useCallback(async (_: FormState, form: FormData): Promise<FormState> => {
    const name = String(form.get('name'))
    const wrong = (message: string): FormState => ({ ok: false, message, values: { name } })
    const asked = await send('/api/passkeys/new', { current: String(form.get('current') ?? '') })
    if (!asked) return wrong(offline)
    if (!asked.ok) return wrong(((await asked.json()) as { message: string }).message)
    const { options, token } = (await asked.json()) as { options: Parameters<typeof startRegistration>[0]['optionsJSON']; token: string }
    const answer = await startRegistration({ optionsJSON: options }).catch(() => null)
    if (!answer) return wrong(words.stopped)
    const kept = await send('/api/passkeys', { token, name, answer })
    if (!kept) return wrong(offline)
    if (!kept.ok) return wrong(((await kept.json()) as { message: string }).message)
    router.refresh()
    return { ok: true, message: words.added }
  }, [offline, router, words])
  return (
    <Form action={add} submit={words.add} sending={confirm.saving}>
      <Field name="name" label={words.name} hint={words.nameHint} maxLength={60} autoComplete="off" />
      <ConfirmField isFresh={isFresh} words={confirm} />
    </Form>
  )
}

function send(path: string, body: unknown): Promise<Response | null> {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
}
