import { notFound } from 'next/navigation'
import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { PopularList } from '@/components/reader/popular-posts'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import { listPostsById } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'
import { listMostRead } from '@/lib/views/queries'
import { popularPath, windowAddresses, windowOfAddress } from '@/lib/views/window-addresses'

type Props = PageProps<'/terpopuler/[[...window]]'>

async function asked({ params, searchParams }: Props) {
  const site = await getSite()
  const [name] = (await params).window ?? []
  const window = name === undefined ? site.popularWindow : windowOfAddress(name)
  const { label } = await searchParams
  return { site, window, label: typeof label === 'string' ? label : null }
}

export async function generateMetadata(props: Props) {
  const { site, window, label } = await asked(props)
  if (!window) return {}
  return {
    title: label === null ? site.m.reader.mostRead : site.m.reader.mostReadUnder(label),
    alternates: await linksOf(popularPath(window, site.popularWindow, label)),
  }
}

/** The most read posts of a window, of the whole blog or under one label. */
export default async function PopularPage(props: Props) {
  shows('lists', 'labels', 'rankings')
  const { site, window, label } = await asked(props)
  if (!window) notFound()
  const { m } = site
  const posts = await listPostsById((await listMostRead({ label, take: 20, window })).map(({ id }) => id))
  return (
    <Book current="/terpopuler">
      <header className="sheet">
        <PageHead title={label === null ? m.reader.mostRead : m.reader.mostReadUnder(label)} side={label === null ? undefined : m.reader.label} />
        <nav className="after-title tabs" aria-label={m.reader.window}>
          {(Object.keys(windowAddresses) as (keyof typeof windowAddresses)[]).map((known) => (
            <a key={known} href={popularPath(known, site.popularWindow, label)} aria-current={known === window ? 'page' : undefined}>{m.reader.windows[known]}</a>
          ))}
        </nav>
      </header>
      <section className="sheet popular">
        {posts.length ? <PopularList posts={posts} site={site} numbered /> : <p>{m.reader.noneRead}</p>}
      </section>
    </Book>
  )
}
