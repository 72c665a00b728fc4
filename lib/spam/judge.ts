import { classify, type Judgement } from './classify'
import type { Written } from './evidence'
import { isPreparedWord } from './prepared'
import { readCounts } from './queries'

export type { Decision, Judgement } from './classify'
export type { Reason, ReasonCode } from './weigh'

/** `words`: the setting `spamWords`; null stands for the list that comes with Teduh. */
export type JudgeContext = { words?: string | null }

/** What a first-time reader's comment is taken for by its content: name and text as they would be stored. */
export async function judgeComment(written: Written, { words = null }: JudgeContext = {}): Promise<Judgement> {
  const { decision, reasons } = await classify(written, { words, counts: readCounts, knows: isPreparedWord })
  return { decision, reasons }
}
