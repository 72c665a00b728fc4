import { notFound } from 'next/navigation'
import { PostList } from '@/components/reader/post-list'
import { pageHref } from '@/components/reader/pager'
import { labelPath } from '@/lib/addresses/canonical'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import { pageNumber } from '@/lib/posts/params'
import { listPostsByLabel } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'
import { popularPath } from '@/lib/views/window-addresses'

type Props = PageProps<'/search/label/[name]'>

/** Next gives metadata a name that is decoded already, and the page one as it stands in the address: `100%` bears no second time. */
export async function generateMetadata({ params, searchParams }: Props) {
  const { name } = await params
  const { m } = await getSite()
  return {
    title: m.reader.postsLabelled(name),
    alternates: await linksOf(pageHref(labelPath(name), pageNumber(await searchParams)), { label: name }),
  }
}

export default async function LabelPage({ params, searchParams }: Props) {
  shows('lists', 'labels')
  const name = decodeURIComponent((await params).name)
  const site = await getSite()
  const list = await listPostsByLabel(name, pageNumber(await searchParams), site.postsPerPage)
  if (!list || list.page > list.pages) notFound()
  const also = { href: popularPath(site.popularWindow, site.popularWindow, name), title: site.m.reader.mostRead }
  return <PostList title={name} side={site.m.reader.label} list={list} site={site} href={(n) => pageHref(labelPath(name), n)} also={also} />
}
