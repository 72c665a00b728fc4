import { commentPagePath } from '@/lib/comments/page-path'
import { countThreadPages, findThreadPage } from '@/lib/comments/queries'
import { getSettings } from '@/lib/settings/queries'
import { type Address, missing, page, redirectForNow } from './found'

/** A further page of a post's comments, if there is one; a comment's own page is looked up anew each time, since it moves. */
export async function resolveCommentPage(post: { id: number; path: string }, query: URLSearchParams): Promise<Address> {
  const { commentsOrder: order, commentsPerPage: perPage } = await getSettings()
  const wanted = query.get('komentar') ?? '1'
  if (wanted.startsWith('c')) {
    const at = await findThreadPage(post.id, wanted.slice(1), { order, perPage })
    // Not sent on to the post's own address: the script there would ask for the comment again.
    return at === null || at === 1 ? { kind: 'page', keep: false } : redirectForNow(commentPagePath(post.path, at))
  }
  return Number(wanted) <= (await countThreadPages(post.id, { order, perPage })) ? page : missing
}
