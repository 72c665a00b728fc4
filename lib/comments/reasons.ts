import { z } from 'zod'

/** Why a comment was let through, held or taken for spam; `code` names a sentence. */
export type Reason = { code: string; detail?: string }
export type Decision = 'publish' | 'hold' | 'spam'
export type Verdict = { decision: Decision; reasons: Reason[] }

const rank: Record<Decision, number> = { publish: 0, hold: 1, spam: 2 }

/** The strictest of all that had something to say, with everybody's reasons. */
export function strictest(verdicts: Verdict[]): Verdict {
  const decision = verdicts.reduce<Decision>((worst, { decision }) => (rank[decision] > rank[worst] ? decision : worst), 'publish')
  return { decision, reasons: verdicts.flatMap(({ reasons }) => reasons) }
}

export const statusOf = { publish: 'visible', hold: 'held', spam: 'spam' } as const satisfies Record<Decision, string>

const stored = z.object({ reasons: z.array(z.object({ code: z.string(), detail: z.string().optional() })) })

/** What `Comment.judgement` holds; nothing for comments that nobody judged, such as imported ones. */
export function readReasons(judgement: string | null): Reason[] {
  if (judgement === null) return []
  try {
    return stored.parse(JSON.parse(judgement)).reasons
  } catch {
    return []
  }
}
