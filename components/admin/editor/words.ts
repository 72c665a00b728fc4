import { editor as en } from '@/lib/i18n/messages/en/editor'
import { saving as enSaving } from '@/lib/i18n/messages/en/saving'
import { editor as id } from '@/lib/i18n/messages/id/editor'
import { saving as idSaving } from '@/lib/i18n/messages/id/saving'

export type EditorWords = typeof id & typeof idSaving

/** The editor's own texts; the whole tree would be weight that a phone does not need. */
export function editorWords(locale: string): EditorWords {
  return locale === 'en' ? { ...en, ...enSaving } : { ...id, ...idSaving }
}
