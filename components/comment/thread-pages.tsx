import { commentPagePath } from '@/lib/comments/page-path'
import type { ThreadPage } from '@/lib/comments/queries'
import type { Site } from '@/lib/site'

type Props = { thread: Pick<ThreadPage, 'page' | 'pages'>; path: string; site: Site }

/** The way to the other pages of a long thread. */
export function ThreadPages({ thread: { page, pages }, path, site }: Props) {
  if (pages <= 1) return null
  const { m, count } = site
  const href = (to: number) => `${commentPagePath(path, to)}#comments`
  return (
    <nav className="pages small" aria-label={m.comments.pages}>
      {page > 1 && <a rel="prev" href={href(page - 1)}>‹ {m.comments.previous}</a>}
      <span>{m.reader.pageOf(count(page), count(pages))}</span>
      {page < pages && <a rel="next" href={href(page + 1)}>{m.comments.next} ›</a>}
    </nav>
  )
}
