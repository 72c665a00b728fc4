import { searchPosts } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'
import { Book } from './book'
import { PageHead } from './page-head'
import { Pager } from './pager'
import { SearchForm } from './search-form'
import { Toc } from './toc'

/** The form, and under it what was found. */
export async function SearchPage({ query, page }: { query: string; page: number }) {
  const site = await getSite()
  const { m } = site
  const found = query ? await searchPosts(query, page, site.postsPerPage) : null
  return (
    <Book current="/search">
      <section className="sheet">
        <PageHead title={m.reader.searchTitle} />
        <SearchForm site={site} query={query} />
        <p className="small after-title" role="status">
          {!found ? m.reader.searchHint : found.total ? m.reader.found(site.count(found.total)) : m.reader.foundNone}
        </p>
      </section>
      {found && <Toc posts={found.posts} site={site} />}
      {found && <Pager list={found} site={site} href={(n) => searchHref(query, n)} />}
    </Book>
  )
}

function searchHref(query: string, page: number): string {
  return `/search?${new URLSearchParams({ q: query, ...(page > 1 && { page: String(page) }) })}`
}
