import { Press } from '@/components/ui/press'
import type { FormState } from '@/lib/form-state'
import type { Messages } from '@/lib/i18n/messages'
import type { PostRow } from '@/lib/posts/admin-queries'

type Deed = (before: FormState, form: FormData) => Promise<FormState>

/** What can be done with what is in the trash; without `remove` it can only be restored. */
export type TrashDeeds = { restore: Deed; remove?: Deed }

export function TrashActions({ post, m, deeds }: { post: PostRow; m: Messages['posts']; deeds: TrashDeeds }) {
  const title = post.title || m.untitled
  return (
    <>
      <Press action={deeds.restore} label={m.restore} values={{ id: post.id, revision: post.revision }} />
      {deeds.remove && <Press action={deeds.remove} label={m.deleteForever} values={{ id: post.id }} sure={m.reallyDelete(title)} className="plain bare away" />}
    </>
  )
}
