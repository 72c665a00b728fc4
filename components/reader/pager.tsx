import type { PostPage } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'

/** Older and newer; `href` makes the address of a page from its number. */
export function Pager({ list, site, href }: { list: PostPage<unknown>; site: Site; href: (page: number) => string }) {
  if (list.pages <= 1) return null
  const { m, count } = site
  return (
    <nav className="sheet" aria-label={m.reader.pages}>
      <div className="pages small">
        {list.page > 1 && <a rel="prev" href={href(list.page - 1)}>‹ {m.reader.newerPosts}</a>}
        <span>{m.reader.pageOf(count(list.page), count(list.pages))}</span>
        {list.page < list.pages && <a rel="next" href={href(list.page + 1)}>{m.reader.olderPosts} ›</a>}
      </div>
    </nav>
  )
}

/** `/arsip` and 2 give `/arsip?page=2`; the first page has no number. */
export function pageHref(path: string, page: number): string {
  return page === 1 ? path : `${path}?page=${page}`
}
