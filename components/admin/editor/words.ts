import { editor as en } from '@/lib/i18n/messages/en/editor'
import { editor as id } from '@/lib/i18n/messages/id/editor'

export type EditorWords = typeof id

/** The editor's own texts; the whole tree would be weight that a phone does not need. */
export function editorWords(locale: string): EditorWords {
  return locale === 'en' ? en : id
}
