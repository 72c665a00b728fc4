'use client'

import { useCallback } from 'react'
import { signIn } from 'next-auth/react'
import { Field, Password } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'

type Words = Record<'email' | 'password' | 'submit' | 'sending' | 'offline' | 'show' | 'hide' | 'wrong' | 'tooMany', string>

export function SignInForm({ words, next }: { words: Words; next: string }) {
  const enter = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const email = String(form.get('email'))
      const answer = await signIn('credentials', { redirect: false, email, password: String(form.get('password')) }).catch(() => null)
      if (answer?.ok && !answer.error) {
        window.location.assign(next)
        return { ok: false, values: { email } }
      }
      const message = !answer ? words.offline : answer.error === 'too_many' ? words.tooMany : words.wrong
      return { ok: false, message, values: { email } }
    },
    [next, words],
  )
  return (
    <Form action={enter} submit={words.submit} sending={words.sending}>
      <Field name="email" label={words.email} type="email" autoComplete="username" inputMode="email" required />
      <Password name="password" label={words.password} autoComplete="current-password" show={words.show} hide={words.hide} />
    </Form>
  )
}
