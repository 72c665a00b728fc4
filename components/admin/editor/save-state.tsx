import { timeOfDay } from '@/lib/dates'
import type { Intent } from './draft'
import type { Saving } from './use-saving'
import type { EditorWords } from './words'

type Props = { words: EditorWords; locale: string; zone: string; saving: Saving; dirty: boolean; isNew: boolean }

/** Whether everything is kept, in words. */
export function SaveState({ words, locale, zone, saving, dirty, isNew }: Props) {
  const { text, tone } = say()
  return <span className={`savestate ${tone} small`} role="status">{text}</span>

  function say(): { text: string; tone: 'saved' | 'wrong' | '' } {
    if (saving.state === 'saving') return { text: words.saving, tone: '' }
    if (saving.state === 'failed') return { text: saving.answer.reason === 'conflict' ? words.conflict : words.failedShort, tone: 'wrong' }
    if (dirty) return { text: words.unsaved, tone: '' }
    if (saving.state === 'done') return { text: words[doneWord(saving.intent)](timeOfDay(new Date(saving.at), locale, zone)), tone: 'saved' }
    return isNew ? { text: words.fresh, tone: '' } : { text: words.allSaved, tone: 'saved' }
  }
}

function doneWord(intent: Intent) {
  const done = { publish: 'published', schedule: 'scheduledSaved', withdraw: 'withdrawnSaved', review: 'handedIn' } as const
  return intent in done ? done[intent as keyof typeof done] : 'saved'
}
