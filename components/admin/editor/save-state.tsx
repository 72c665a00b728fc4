import { timeOfDay } from '@/lib/dates'
import type { Intent, Stored } from './draft'
import type { Saver } from './saver'
import type { EditorWords } from './words'

type Props = { words: EditorWords; locale: string; zone: string; editing: Saver['now'] }

/** Whether everything is kept, and where, in words. What happens at every pause is not read out. */
export function SaveState({ words, locale, zone, editing: { saving, dirty, stored, isKept } }: Props) {
  const { text, tone, isLoud = false } = say()
  return <span className={`savestate ${tone} small`} role="status" aria-live={isLoud ? 'polite' : 'off'}>{text}</span>

  function say(): { text: string; tone: 'saved' | 'wrong' | ''; isLoud?: boolean } {
    if (saving.state === 'failed') return { text: saving.answer.reason === 'conflict' ? words.conflict : words.failedShort, tone: 'wrong', isLoud: true }
    if (saving.state === 'waiting') return isKept ? { text: words.onDevice, tone: '', isLoud: true } : { text: words.nowhere, tone: 'wrong', isLoud: true }
    if (saving.state === 'saving' || dirty) return { text: words.saving, tone: '' }
    if (saving.state === 'done') return { text: words[doneWord(saving.intent, stored)](timeOfDay(new Date(saving.at), locale, zone)), tone: 'saved', isLoud: saving.intent !== 'keep' }
    return stored.id === null ? { text: words.fresh, tone: '' } : { text: words.allSaved, tone: 'saved' }
  }
}

function doneWord(intent: Intent, { status }: Stored) {
  if (intent === 'save' && status === 'published') return 'updated'
  const done = { publish: 'published', schedule: 'scheduledSaved', withdraw: 'withdrawnSaved', review: 'handedIn' } as const
  return intent in done ? done[intent as keyof typeof done] : 'saved'
}
