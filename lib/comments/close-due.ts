import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { isPublic } from '@/lib/posts/queries'
import { processWide } from '@/lib/process-wide'
import { getSettings } from '@/lib/settings/queries'
import { showsComments } from './touch'

const day = 86_400_000

/** Nothing is remembered from before the start, so nothing has to be forgotten that closed before it. */
const last = processWide('comments-closed', () => ({ at: new Date() }))

/** For the clock: the finished pages of posts that have come of the age at which they close lose their form. */
export async function closeDue(now = new Date(), since = last.at): Promise<void> {
  last.at = now
  const { commentsCloseAfter } = await getSettings()
  const own = await db.post.groupBy({ by: ['commentsClose'], where: { commentsClose: { gt: 0 } } })
  const rules = [{ commentsClose: null, days: commentsCloseAfter }, ...own.map(({ commentsClose }) => ({ commentsClose, days: commentsClose! }))]
  for (const { commentsClose, days } of rules) {
    if (days === 0) continue
    const age = days * day
    const posts = await db.post.findMany({
      where: { kind: 'post', ...isPublic, commentsClose, publishedAt: { gt: new Date(since.getTime() - age), lte: new Date(now.getTime() - age) } },
      select: { id: true },
    })
    if (posts.length) await transact(async (_, touch) => touch(...posts.flatMap(({ id }) => showsComments(id))))
  }
}
