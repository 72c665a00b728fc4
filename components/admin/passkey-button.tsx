'use client'

import { useState } from 'react'
import { signIn } from 'next-auth/react'
import type { SignInWords } from './sign-in-form'
import { rememberStaffDevice } from './staff-device'

/** One press, one touch, and one is in: neither address nor password is typed. */
export function PasskeyButton({ words, next }: { words: SignInWords; next: string }) {
  const [wrong, setWrong] = useState('')
  const [isBusy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    setWrong(await signInByPasskey(words, next))
    setBusy(false)
  }
  return (
    <div className="after">
      <button type="button" className="plain" disabled={isBusy} onClick={() => void enter()}>{words.passkey}</button>
      <p className="wrong" role="alert">{wrong}</p>
    </div>
  )
}

/** What went wrong, or nothing. */
async function signInByPasskey(words: SignInWords, next: string): Promise<string> {
  const asked = await fetch('/api/passkeys/sign-in', { method: 'POST' }).catch(() => null)
  if (!asked?.ok) return words.offline
  // Most people type their password: only who presses needs this code.
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const given = await startAuthentication({ optionsJSON: (await asked.json()) as Parameters<typeof startAuthentication>[0]['optionsJSON'] }).catch(() => null)
  if (!given) return words.passkeyStopped
  const answer = await signIn('passkey', { redirect: false, answer: JSON.stringify(given) }).catch(() => null)
  if (!answer) return words.offline
  if (answer.error) return answer.error === 'too_many' ? words.tooMany : words.passkeyUnknown
  rememberStaffDevice()
  window.location.assign(next)
  return ''
}
