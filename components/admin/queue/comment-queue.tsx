import type { QueuedComment } from '@/lib/comments/queue'
import type { Messages } from '@/lib/i18n/messages'
import { CommentFacts } from './comment-facts'
import { SenderFacts } from './sender-facts'
import { QueueDesk } from './queue-desk'

type Props = { comments: QueuedComment[]; m: Messages; locale: string; zone: string; /** Whether names and addresses may be blocked. */ mayBlock: boolean; /** A comment that stays where it is. */ stays?: boolean }

/** Comments to decide on: what each says, and what can be done with it. */
export function CommentQueue({ comments, m, locale, zone, mayBlock, stays }: Props) {
  const items = comments.map((comment) => ({
    id: comment.id, name: comment.name, status: comment.status, isErased: comment.isErased,
    facts: <CommentFacts comment={comment} m={m} locale={locale} zone={zone} />,
    sender: mayBlock && comment.userId === null && !comment.isErased && <SenderFacts comment={comment} words={m.moderation} locale={locale} />,
  }))
  return <QueueDesk items={items} locale={locale} stays={stays} />
}
