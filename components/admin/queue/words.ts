import { moderation as en } from '@/lib/i18n/messages/en/moderation'
import { moderation as id } from '@/lib/i18n/messages/id/moderation'

export type QueueWords = typeof id

/** The queue's own texts; the whole tree would be weight that a phone does not need. */
export function queueWords(locale: string): QueueWords {
  return locale === 'en' ? en : id
}
