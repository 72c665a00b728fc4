import { notFound } from 'next/navigation'
import { PostList } from '@/components/reader/post-list'
import { pageHref } from '@/components/reader/pager'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import { pageNumber } from '@/lib/posts/params'
import { findAuthor, listPostsByAuthor } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

type Props = PageProps<'/penulis/[slug]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { slug } = await params
  const author = await findAuthor(slug)
  if (!author) return {}
  const { m } = await getSite()
  return {
    title: m.reader.postsBy(author.name),
    description: author.bio || undefined,
    alternates: await linksOf(pageHref(`/penulis/${slug}`, pageNumber(await searchParams))),
  }
}

export default async function AuthorPage({ params, searchParams }: Props) {
  shows('lists')
  const { slug } = await params
  const site = await getSite()
  const author = await findAuthor(slug)
  if (!author) notFound()
  const list = await listPostsByAuthor(author.id, pageNumber(await searchParams), site.postsPerPage)
  if (list.page > list.pages) notFound()
  return (
    <PostList title={author.name} list={list} site={site} href={(n) => pageHref(`/penulis/${slug}`, n)} about={author} />
  )
}
