'use client'

import { useCallback, useRef, useState } from 'react'
import { signIn } from 'next-auth/react'
import { Field, Password } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'
import { PasskeyButton } from './passkey-button'
import { rememberStaffDevice } from './staff-device'

export type SignInWords = Record<
  'email' | 'password' | 'submit' | 'sending' | 'offline' | 'code' | 'codeHint' | 'useCode' | 'passkey' | 'passkeyStopped' | 'passkeyUnknown' | 'show' | 'hide' | 'wrong' | 'tooMany' | 'unexpected', string
>

/** After one refusal the code is asked for too, whoever it was: that a password was right is not said. */
export function SignInForm({ words, next, hasPasskeys }: { words: SignInWords; next: string; hasPasskeys: boolean }) {
  const [asksCode, setAsksCode] = useState(false)
  // Stays in this page: whoever only forgot the code need not type the password again.
  const password = useRef('')
  const enter = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const email = String(form.get('email'))
      password.current = String(form.get('password'))
      const answer = await signIn('credentials', { redirect: false, email, password: password.current, code: String(form.get('code') ?? '') }).catch(() => null)
      if (answer?.ok && !answer.error) {
        rememberStaffDevice()
        window.location.assign(next)
        return { ok: false, values: { email } }
      }
      if (answer) setAsksCode(true)
      return { ok: false, message: sentence(answer?.error, words), values: { email } }
    },
    [next, words],
  )
  return (
    <>
      <Form action={enter} submit={words.submit} sending={words.sending}>
        <Field name="email" label={words.email} type="email" autoComplete="username" inputMode="email" required />
        <Password name="password" label={words.password} autoComplete="current-password" show={words.show} hide={words.hide} keep={password} />
        {asksCode
          ? <Field name="code" label={words.code} hint={words.codeHint} inputMode="text" autoComplete="one-time-code" autoCapitalize="none" maxLength={40} />
          : <p><button type="button" className="plain bare" onClick={() => setAsksCode(true)}>{words.useCode}</button></p>}
      </Form>
      {hasPasskeys && <PasskeyButton words={words} next={next} />}
    </>
  )
}

function sentence(error: string | null | undefined, words: SignInWords): string {
  if (error === undefined) return words.offline
  if (error === 'too_many') return words.tooMany
  return error === 'wrong' ? words.wrong : words.unexpected
}
