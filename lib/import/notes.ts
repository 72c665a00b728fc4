import type { Locale } from '@/lib/i18n/locales'
import { messages, type Messages } from '@/lib/i18n/messages'

export type NoteCode = keyof Messages['importing']['notes']

/** Something that whoever moves in should know, of one entry or of the whole file. */
export type Note = { code: NoteCode; /** Words, a number, a name: what the sentence holds. */ value?: string; /** The entry it is about. */ about?: string }

export function sayNote({ code, value = '', about }: Note, locale: Locale): string {
  const sentence = messages(locale).importing.notes[code](value)
  return about ? `${about}: ${sentence}` : sentence
}
