import type { Locale } from './locales'
import { en } from './messages/en'
import { id } from './messages/id'

/** Indonesian is the measure: the other languages have to say the same things. */
export type Messages = typeof id

const all: Record<Locale, Messages> = { id, en }

export function messages(locale: Locale): Messages {
  return all[locale]
}
