import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { SearchForm } from '@/components/reader/search-form'
import { Toc } from '@/components/reader/toc'
import { shows } from '@/lib/page-cache/render-context'
import { listPosts } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.reader.notFound.title, robots: { index: false } }
}

/** What server.ts answers, under status 404 or 410, where there is nothing. */
export default async function NotFoundPage() {
  shows('lists')
  const site = await getSite()
  const { posts } = await listPosts(1, 7)
  return (
    <Book>
      <section className="sheet">
        <PageHead title={site.m.reader.notFound.title} />
        <p className="lead">{site.m.reader.notFound.why}</p>
        <div className="suggest" data-suggest hidden>
          <h2 className="head">{site.m.reader.notFound.meant}</h2>
          <ul />
        </div>
        <SearchForm site={site} />
      </section>
      <Toc posts={posts} site={site} />
    </Book>
  )
}
