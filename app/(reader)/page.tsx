import { notFound } from 'next/navigation'
import { Book } from '@/components/reader/book'
import { Index } from '@/components/reader/index-rows'
import { Pager, pageHref } from '@/components/reader/pager'
import { Toc } from '@/components/reader/toc'
import { Today } from '@/components/reader/today'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import { pageNumber } from '@/lib/posts/params'
import { findNewestPost, listPosts } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

export async function generateMetadata({ searchParams }: PageProps<'/'>) {
  const page = pageNumber(await searchParams)
  return { alternates: await linksOf(pageHref('/', page)) }
}

export default async function HomePage({ searchParams }: PageProps<'/'>) {
  shows('lists')
  const site = await getSite()
  const page = pageNumber(await searchParams)
  const list = await listPosts(page, site.postsPerPage)
  if (page > list.pages) notFound()
  const newest = page === 1 ? await findNewestPost() : null
  return (
    <Book current="/">
      {newest ? <Today post={newest} site={site} /> : <h1 className="hidden">{site.name}</h1>}
      {list.total === 0 && <p className="sheet"><span>{site.m.reader.empty}</span></p>}
      <Toc posts={list.posts.filter(({ id }) => id !== newest?.id)} site={site} />
      <Pager list={list} site={site} href={(n) => pageHref('/', n)} />
      <Index site={site} />
    </Book>
  )
}
