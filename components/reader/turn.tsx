import type { PostLine } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Title } from './title'

/** The post before and the one after; either may be missing. */
export function Turn({ older, newer, site }: { older: PostLine | null; newer: PostLine | null; site: Site }) {
  if (!older && !newer) return null
  const { m } = site
  return (
    <nav className="turn" aria-label={m.reader.otherPosts}>
      {older && (
        <a rel="prev" href={older.path}>
          <span className="small">‹ {m.reader.older}</span> <span className="t"><Title untitled={m.reader.untitled}>{older.title}</Title></span>
        </a>
      )}
      {newer && (
        <a rel="next" href={newer.path}>
          <span className="small">{m.reader.newer} ›</span> <span className="t"><Title untitled={m.reader.untitled}>{newer.title}</Title></span>
        </a>
      )}
    </nav>
  )
}
