'use client'

import { Password } from '@/components/ui/field'

export type ConfirmWords = Record<'current' | 'currentHint' | 'show' | 'hide' | 'saving', string>

/** The present password, where the sign-in is not fresh enough to stand for it. */
export function ConfirmField({ isFresh, words }: { isFresh: boolean; words: ConfirmWords }) {
  if (isFresh) return null
  return <Password name="current" label={words.current} hint={words.currentHint} autoComplete="current-password" show={words.show} hide={words.hide} />
}
