import { notFound, permanentRedirect } from 'next/navigation'
import { SearchPage } from '@/components/reader/search-page'
import { pageHref } from '@/components/reader/pager'
import { pageNumber } from '@/lib/posts/params'
import { countPostsSince } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props) {
  const { q } = await searchParams
  const { m } = await getSite()
  const title = typeof q === 'string' && q ? m.reader.searchFor(q) : m.reader.searchTitle
  return { title, robots: { index: false, follow: true } }
}

export default async function Search({ searchParams }: Props) {
  const params = await searchParams
  const before = params['updated-max']
  if (typeof before === 'string') permanentRedirect(await pageBefore(before))
  return <SearchPage query={typeof params.q === 'string' ? params.q : ''} page={pageNumber(params)} />
}

/** Blogger's paging, `/search?updated-max=<time>`, leads to our page that begins near that time. */
async function pageBefore(time: string): Promise<'/'> {
  const instant = new Date(time)
  if (Number.isNaN(instant.getTime())) notFound()
  const { postsPerPage } = await getSite()
  const newer = await countPostsSince(instant)
  return pageHref('/', Math.floor(newer / postsPerPage) + 1) as '/'
}
