'use client'

import { useCallback } from 'react'
import { signIn } from 'next-auth/react'
import { Field, Password } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'

type Words = Record<'name' | 'nameHint' | 'email' | 'password' | 'passwordHint' | 'submit' | 'sending' | 'show' | 'hide', string>
type Props = { action: (before: FormState, form: FormData) => Promise<FormState>; token: string; words: Words; /** Asked for when it is given. */ name?: string; asksAddress?: boolean }

/** Sets a password by a signed link, and signs in with it at once. */
export function LinkForm({ action, token, words, name, asksAddress }: Props) {
  const run = useCallback(
    async (before: FormState, form: FormData): Promise<FormState> => {
      const answer = await action(before, form)
      if (!answer.ok) return answer
      const email = answer.values?.email ?? ''
      const signed = await signIn('credentials', { redirect: false, email, password: String(form.get('password')) }).catch(() => null)
      window.location.assign(signed?.ok ? '/admin' : '/masuk')
      return { ok: false, values: form.get('name') ? { name: String(form.get('name')), email } : { email } }
    },
    [action],
  )
  return (
    <Form action={run} submit={words.submit} sending={words.sending}>
      <input type="hidden" name="token" value={token} />
      {name !== undefined && <Field name="name" label={words.name} hint={words.nameHint} defaultValue={name} autoComplete="name" required />}
      {asksAddress && <Field name="email" label={words.email} type="email" autoComplete="username" inputMode="email" required />}
      <Password name="password" label={words.password} hint={words.passwordHint} autoComplete="new-password" show={words.show} hide={words.hide} />
    </Form>
  )
}
