import type { Reason } from '@/lib/comments/reasons'
import type { Messages } from '@/lib/i18n/messages'

/** Why a comment was let through, held or taken for spam. */
export function Reasons({ reasons, m }: { reasons: Reason[]; m: Messages }) {
  const told = [...new Set(reasons.map((reason) => sentenceOf(reason, m)))]
  if (told.length === 0) return null
  return <p className="small why-held">{m.moderation.why}: <bdi>{told.join('; ')}</bdi>.</p>
}

function sentenceOf({ code, detail }: Reason, m: Messages): string {
  const own = m.moderation.reasons[code]
  if (own) return detail ? `${own}: ${detail}` : own
  const content = (m.spam.reasons as Record<string, ((detail?: string) => string) | undefined>)[code]
  return content?.(detail) ?? code
}
