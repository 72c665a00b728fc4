import type { Messages } from '@/lib/i18n/messages'
import type { PostStatus } from '@/lib/posts/schema'

const shapes: Record<PostStatus, string> = { draft: 'draft', review: 'draft ready', scheduled: 'due', published: 'out', withdrawn: 'held', trashed: 'draft' }

/** A post's state by word and shape, not by colour alone. */
export function PostState({ status, m }: { status: PostStatus; m: Messages['posts'] }) {
  return <span className={`state ${shapes[status]}`}>{m.status[status]}</span>
}
