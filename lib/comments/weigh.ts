import type { Proof } from '@/lib/spam/proof'
import type { CommentRule } from './rule'
import { strictest, type Verdict } from './reasons'

type Weighed = {
  /** Whether the page's script sent it. */
  isScripted: boolean
  /** How the browser's work went; null for those who are signed in, and for changes to what is there already. */
  proof?: Proof['state'] | null
  rule: CommentRule
  /** Approved often enough, or signed in. */
  isKnown: boolean
  /** What its words and the moderators' rules say. */
  others: Verdict[]
}

/** What becomes of a reader's comment: the strictest of what its words, its way here and the post's rule say. */
export function weigh({ isScripted, proof = null, rule, isKnown, others }: Weighed): Verdict {
  const hold = (code: string): Verdict => ({ decision: 'hold', reasons: [{ code }] })
  return strictest([
    ...others,
    // Without script nothing tells a reader from a robot, so somebody reads it first.
    ...(!isScripted ? [hold('no-script')] : []),
    ...(isScripted && proof !== null && proof !== 'good' ? [hold(`proof.${proof}`)] : []),
    ...(rule === 'all' ? [hold('rule.all')] : []),
    ...(rule === 'old' ? [hold('rule.old')] : []),
    ...(rule === 'first' && !isKnown ? [hold('rule.first')] : []),
    ...(rule === 'first' && isKnown ? [{ decision: 'publish' as const, reasons: [{ code: 'known' }] }] : []),
  ])
}
