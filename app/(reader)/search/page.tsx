import { SearchPage } from '@/components/reader/search-page'
import { linksOf } from '@/lib/feeds/discovery'
import { pageNumber } from '@/lib/posts/params'
import { getSite } from '@/lib/site'

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props) {
  const { q } = await searchParams
  const { m } = await getSite()
  const title = typeof q === 'string' && q ? m.reader.searchFor(q) : m.reader.searchTitle
  return { title, robots: { index: false, follow: true }, alternates: await linksOf('/search') }
}

export default async function Search({ searchParams }: Props) {
  const params = await searchParams
  return <SearchPage query={typeof params.q === 'string' ? params.q : ''} page={pageNumber(params)} />
}
